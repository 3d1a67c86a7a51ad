"""dsreview: its quickstart, played on the server. This is the one place that knows how."""

import json
import os
import re
import subprocess

from trial import Failed, expect, main

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")


class Dsreview:
    def names(self):
        return set(re.findall(r"--\w+", self.quickstart("--help")[0]))

    def quickstart(self, *arguments):
        """What it prints, and what it complains about; empty if nothing."""
        done = subprocess.run(["mvn", "-q", "-Pquickstart", "-Dargs=" + " ".join(arguments)], cwd=ROOT, stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", timeout=240)
        complaint = re.search(r"^quickstart: (.*)", done.stderr, re.M)
        return done.stdout, complaint[1] if complaint else f"ends with {done.returncode}" if done.returncode else ""

    def live(self, scene, *arguments):
        return self.quickstart("--superset", scene["base"], "--user", scene["user"], *arguments)

    def context(self, scene):
        printed, complaint = self.live(scene, "--context", scene["link"], "--json")
        if complaint:
            raise Failed(complaint)
        return json.loads(printed)

    def play(self, scene, proof):
        """Plays a whole review of the link; the proof is a line that the quickstart prints only when it has come so far."""
        printed, complaint = self.live(scene, "--link", scene["link"], "--export", os.path.join("target", "compared-review.json"))
        if not re.search(proof, printed, re.M | re.S):
            raise Failed(complaint or "the review ended without it")

    def login(self, scene, password):
        self.context(scene)

    def links(self, scene, password):
        found = {each["name"]: each["values"] for each in self.context(scene)["filters"]}
        wanted = scene["filter"]
        expect("filters", {wanted["name"]: [wanted["value"]]}, found)

    def preview(self, scene, password):
        value = re.escape(scene["filter"]["value"])
        self.play(scene, rf"│ *WHERE [^✓]*'{value}'[^✓]*✓ compiled by Superset")

    def launch(self, scene, password):
        self.play(scene, r"✓ SQL Lab ran it: query \d+, 1 rows$")


main(Dsreview())
