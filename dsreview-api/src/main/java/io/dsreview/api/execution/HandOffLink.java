package io.dsreview.api.execution;

/**
 * Where a person takes a launch over.
 *
 * @param link the address of a page of Superset
 * @param carriesSql true if the page opens with the SQL in it; false if the person has to paste it there
 */
public record HandOffLink(String link, boolean carriesSql) {}
