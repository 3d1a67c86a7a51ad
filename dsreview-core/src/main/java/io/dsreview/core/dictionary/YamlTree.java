package io.dsreview.core.dictionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads YAML 1.2 from its events: one document, each key once, tags without effect, so that nothing is ever constructed. Every
 * scalar is a text, apart from those that the core schema calls null. An alias stands for a finished part of the document, which
 * is shared and not copied; there may be {@value #MAX_ALIASES}. Under the key {@code <<} stand mappings whose members are taken over,
 * as YAML 1.1 has it and dbt honours it.
 */
final class YamlTree {

    private static final int MAX_ALIASES = 1_000;
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
    private static final String MERGE = "<<";

    private final Iterator<Event> events;
    private final Map<Anchor, Node> anchors = new HashMap<>();
    private int aliases;
    private int nodes;

    private YamlTree(Iterator<Event> events) {
        this.events = events;
    }

    static Node read(String text) throws Malformed {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE)
                .setParseComments(false)
                .build();
        try {
            return new YamlTree(new Parse(settings).parseString(text).iterator()).document();
        } catch (MarkedYamlEngineException notYaml) {
            throw Malformed.at(
                    spot(notYaml.getProblemMark()), DictionaryProblem.SOURCE_NOT_WELL_FORMED, "format", "YAML");
        } catch (YamlEngineException notYaml) {
            throw Malformed.at(Spot.line(1), DictionaryProblem.SOURCE_NOT_WELL_FORMED, "format", "YAML");
        }
    }

    private Node document() throws Malformed {
        events.next();
        if (!(events.next() instanceof DocumentStartEvent)) {
            throw Malformed.at(Spot.line(1), DictionaryProblem.SOURCE_EMPTY);
        }
        Node root = node(events.next(), 1);
        events.next();
        Event end = events.next();
        if (!(end instanceof StreamEndEvent)) {
            throw Malformed.at(spot(end.getStartMark()), DictionaryProblem.SOURCE_NOT_WELL_FORMED, "format", "YAML");
        }
        return root;
    }

    private Node node(Event event, int depth) throws Malformed {
        Spot spot = spot(event.getStartMark());
        if (depth > Node.MAX_DEPTH) {
            throw Malformed.at(spot, DictionaryProblem.SOURCE_TOO_DEEP, "limit", Integer.toString(Node.MAX_DEPTH));
        }
        count(spot, 1);
        if (event instanceof AliasEvent alias) {
            return aliased(spot, alias);
        }
        Node node;
        if (event instanceof SequenceStartEvent) {
            node = listing(spot, depth);
        } else if (event instanceof MappingStartEvent) {
            node = mapping(spot, depth);
        } else {
            node = scalar(spot, (ScalarEvent) event);
        }
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor, node));
        return node;
    }

    private void count(Spot spot, int more) throws Malformed {
        nodes += more;
        if (nodes > Node.MAX_NODES) {
            throw Malformed.at(spot, DictionaryProblem.SOURCE_TOO_LARGE);
        }
    }

    private Node listing(Spot spot, int depth) throws Malformed {
        List<Node> elements = new ArrayList<>();
        for (Event next = events.next(); !(next instanceof SequenceEndEvent); next = events.next()) {
            elements.add(node(next, depth + 1));
        }
        return new Node.Listing(spot, elements);
    }

    private Node mapping(Spot spot, int depth) throws Malformed {
        Map<String, Node> members = new LinkedHashMap<>();
        Node merged = null;
        for (Event next = events.next(); !(next instanceof MappingEndEvent); next = events.next()) {
            Node key = node(next, depth + 1);
            if (!(key instanceof Node.Scalar name)) {
                throw Malformed.at(
                        key.spot(), DictionaryProblem.SOURCE_SHAPE_UNEXPECTED, "expected", "text", "key", "key");
            }
            Node value = node(events.next(), depth + 1);
            Node earlier;
            if (isMerge(next)) {
                earlier = merged;
                merged = value;
            } else {
                earlier = members.put(String.valueOf(name.value()), value);
            }
            if (earlier != null) {
                throw Malformed.at(key.spot(), DictionaryProblem.SOURCE_KEY_TWICE);
            }
        }
        if (merged != null) {
            merge(spot, merged, members);
        }
        return new Node.Mapping(spot, members);
    }

    private static boolean isMerge(Event key) {
        return key instanceof ScalarEvent scalar
                && scalar.isPlain()
                && scalar.getValue().equals(MERGE);
    }

    /** Takes members over that are not there yet. They are counted, since a few aliases could make many of them. */
    private void merge(Spot spot, Node from, Map<String, Node> members) throws Malformed {
        List<Node> mappings = from instanceof Node.Listing several ? several.elements() : List.of(from);
        for (Node each : mappings) {
            Map<String, Node> more = each.mapping(MERGE).members();
            count(spot, more.size());
            more.forEach(members::putIfAbsent);
        }
    }

    private static Node scalar(Spot spot, ScalarEvent scalar) {
        String text = scalar.getValue();
        return new Node.Scalar(spot, scalar.isPlain() && NOTHING.contains(text) ? null : text);
    }

    private Node aliased(Spot spot, AliasEvent alias) throws Malformed {
        Node node = anchors.get(alias.getAlias());
        if (node == null || ++aliases > MAX_ALIASES) {
            throw Malformed.at(spot, DictionaryProblem.SOURCE_ALIASES_REFUSED, "limit", Integer.toString(MAX_ALIASES));
        }
        return node;
    }

    private static Spot spot(Optional<Mark> mark) {
        return mark.map(at -> new Spot(at.getLine() + 1L, at.getColumn() + 1L)).orElseGet(() -> Spot.line(1));
    }
}
