/**
 * Reading Jinja templates without rendering them. Start with {@link io.dsreview.superset.jinja.TemplateReader}: it finds
 * every name that a template asks its surroundings for, how it is used, and under which conditions. This is plain Jinja
 * (jinja.palletsprojects.com/templates); what the names mean to Superset is known elsewhere. Scopes are Jinja's own: a
 * {@link io.dsreview.superset.jinja.Frame} is what Jinja looks names up in.
 */
@NullMarked
package io.dsreview.superset.jinja;

import org.jspecify.annotations.NullMarked;
