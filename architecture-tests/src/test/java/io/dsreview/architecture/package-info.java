/**
 * The rules of the architecture as tests, without exemptions. Read {@link io.dsreview.architecture.ModuleDirectionTest} first.
 *
 * <p>{@code tools/planted-violations.sh} plants one violation for each rule and requires it to go red.
 */
@NullMarked
package io.dsreview.architecture;

import org.jspecify.annotations.NullMarked;
