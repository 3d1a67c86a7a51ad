package io.dsreview.superset.sql;

import java.util.Set;

/**
 * What the parser understood.
 *
 * @param statements how many statements
 * @param onlyQueries true if each is a query
 * @param tables the tables that are named
 */
record ParsedSql(int statements, boolean onlyQueries, Set<String> tables) {}
