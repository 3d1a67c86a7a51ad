package io.dsreview.api.inference;

import io.dsreview.api.privacy.MaskedText;

/**
 * What a model is asked. Instruction and data stay apart up to the provider: text that others wrote is never part of an
 * instruction.
 *
 * @param instruction what to do, in dsreview's own words
 * @param data what to do it with, masked
 */
public record Prompt(String instruction, MaskedText data) {}
