/**
 * What the templates of Superset's datasets and queries ask for: Jinja's names with the meaning that Superset gives them.
 * Start with {@link io.dsreview.superset.template.TemplateNeeds}.
 */
@NullMarked
package io.dsreview.superset.template;

import org.jspecify.annotations.NullMarked;
