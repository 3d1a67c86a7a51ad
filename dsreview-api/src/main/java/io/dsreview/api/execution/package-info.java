/**
 * From a preview to a launch. Start with {@link io.dsreview.api.execution.LaunchClause}, the rules that no launch gets
 * round; then {@link io.dsreview.api.execution.EffectiveInputs}, which is what is compiled and fingerprinted, and
 * {@link io.dsreview.api.execution.CompiledPreview}.
 */
@NullMarked
package io.dsreview.api.execution;

import org.jspecify.annotations.NullMarked;
