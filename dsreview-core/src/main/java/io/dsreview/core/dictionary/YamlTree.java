package io.dsreview.core.dictionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.common.ScalarStyle;
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
 * scalar is a text, apart from an empty one, {@code ~} and {@code null}. An alias stands for a finished part of the document, which
 * is shared and not copied; there may be {@value #MAX_ALIASES}.
 */
final class YamlTree {

    private static final int MAX_ALIASES = 1_000;

    private final Iterator<Event> events;
    private final Map<Anchor, Node> anchors = new HashMap<>();
    private int aliases;

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

    private Node listing(Spot spot, int depth) throws Malformed {
        List<Node> elements = new ArrayList<>();
        for (Event next = events.next(); !(next instanceof SequenceEndEvent); next = events.next()) {
            elements.add(node(next, depth + 1));
        }
        return new Node.Listing(spot, elements);
    }

    private Node mapping(Spot spot, int depth) throws Malformed {
        Map<String, Node> members = new LinkedHashMap<>();
        for (Event next = events.next(); !(next instanceof MappingEndEvent); next = events.next()) {
            Node key = node(next, depth + 1);
            if (!(key instanceof Node.Scalar name)) {
                throw Malformed.at(
                        key.spot(), DictionaryProblem.SOURCE_SHAPE_UNEXPECTED, "expected", "text", "key", "?");
            }
            Node value = node(events.next(), depth + 1);
            if (members.put(String.valueOf(name.value()), value) != null) {
                throw Malformed.at(key.spot(), DictionaryProblem.SOURCE_KEY_TWICE);
            }
        }
        return new Node.Mapping(spot, members);
    }

    private static Node scalar(Spot spot, ScalarEvent scalar) {
        String text = scalar.getValue();
        boolean empty = scalar.getScalarStyle() == ScalarStyle.PLAIN
                && (text.isEmpty() || text.equals("~") || text.equals("null"));
        return new Node.Scalar(spot, empty ? null : text);
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
