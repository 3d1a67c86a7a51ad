/**
 * Reading Jinja templates without rendering them. Start with {@link io.dsreview.superset.jinja.TemplateReader}: it finds
 * the values that a template asks for, and every name that dsreview carries no value for. The grammar is Jinja's own
 * (jinja.palletsprojects.com/templates).
 */
@NullMarked
package io.dsreview.superset.jinja;

import org.jspecify.annotations.NullMarked;
