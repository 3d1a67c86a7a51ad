"""Rison as Superset's server reads and writes it. One JSON object per line in, one out."""

import json
import math
import sys

import prison


def shown(value):
    """Marks what JSON has no number for."""
    if isinstance(value, float) and not math.isfinite(value):
        return {"no JSON number": str(value)}
    if isinstance(value, list):
        return [shown(each) for each in value]
    if isinstance(value, dict):
        return {key: shown(each) for key, each in value.items()}
    return value


def answer(asked):
    try:
        if "decode" in asked:
            return {"value": shown(prison.loads(asked["decode"]))}
        return {"text": prison.dumps(asked["encode"])}
    except Exception as refusal:  # whatever it throws is how this library refuses
        return {"refused": type(refusal).__name__}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
