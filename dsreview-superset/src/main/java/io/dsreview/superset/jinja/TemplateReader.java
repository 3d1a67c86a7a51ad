package io.dsreview.superset.jinja;

import io.dsreview.superset.jinja.syntax.Template;

/**
 * Reads templates without rendering them, as Jinja 3.1 without extensions would. Never fails, and takes time in proportion
 * to the template: what Jinja would refuse becomes the fault of the reading, which still tells what was read before it.
 * Refused, beyond what Jinja refuses, is what is nested deeper than {@link Template#DEEPEST_NESTING} levels. Stateless.
 */
public final class TemplateReader {

    private TemplateReader() {}

    /**
     * Reads a template.
     *
     * @param template the source
     * @return what it asks for
     */
    public static TemplateReading read(String template) {
        return new TemplateWalk(Template.parse(template)).reading();
    }
}
