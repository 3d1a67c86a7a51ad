"""What a filter does to a query: written once here, told twice, to Superset as a data mask and to the manifest as truth."""

from dataclasses import dataclass


def scalar(value):
    """A value and its type, as the manifest tells it; numbers as text, so that no reader rounds them."""
    if value is None:
        return {"type": "NULL", "text": ""}
    if isinstance(value, bool):
        return {"type": "BOOLEAN", "text": "true" if value else "false"}
    if isinstance(value, (int, float)):
        return {"type": "NUMBER", "text": repr(value)}
    return {"type": "TEXT", "text": value}


def condition(column, operator, value):
    """A condition as the manifest tells it; a list has many values, null none."""
    values = value if isinstance(value, list) else [] if value is None else [value]
    return {"column": column, "operator": operator, "values": [scalar(each) for each in values]}


@dataclass(frozen=True)
class Value:
    """Conditions are (column, operator, value or list). `shown` is what the filter bar shows; None there means: not set."""

    conditions: tuple = ()
    time_range: str = None
    time_grain: str = None
    time_column: str = None
    shown: object = None
    label: str = None
    sql: str = None

    def mask(self):
        """Superset's data mask."""
        form = {}
        if self.conditions:
            form["filters"] = [{"col": column, "op": operator, "val": value} for column, operator, value in self.conditions]
        if self.sql:
            form["adhoc_filters"] = [{"expressionType": "SQL", "clause": "WHERE", "sqlExpression": self.sql}]
        for key, value in (("time_range", self.time_range), ("time_grain_sqla", self.time_grain), ("granularity_sqla", self.time_column)):
            if value:
                form[key] = value
        state = {} if self.shown is None else {"value": self.shown}
        if self.label:
            state["label"] = self.label
        return {"extraFormData": form, "filterState": state, "ownState": {}}

    def truth(self):
        return {"conditions": [condition(*each) for each in self.conditions], "timeRange": self.time_range,
                "timeGrain": self.time_grain, "timeColumn": self.time_column}


NOTHING = Value()


def chosen(column, values, inverse=False):
    """A select filter with values picked."""
    return Value(((column, "NOT IN" if inverse else "IN", values),), shown=values, label=", ".join(map(str, values)))


def between(column, low, high):
    """A range filter; None is an open end, equal ends are one value."""
    if low is not None and low == high:
        return Value(((column, "==", low),), shown=[low, high], label=f"x = {low}")
    ends = [(column, operator, end) for operator, end in ((">=", low), ("<=", high)) if end is not None]
    label = f"{low} <= x <= {high}" if len(ends) == 2 else f"x >= {low}" if high is None else f"x <= {high}"
    return Value(tuple(ends), shown=[low, high], label=label)


def during(time_range):
    return Value(time_range=time_range, shown=time_range)


def every(time_grain, label):
    return Value(time_grain=time_grain, shown=[time_grain], label=label)


def along(time_column):
    return Value(time_column=time_column, shown=[time_column])


def clicked(column, value):
    """A cross-filter: a click on a value in a chart."""
    return Value(((column, "IN", [value]),), shown=[[value]])


def nothing_until_chosen():
    """A required filter without a value: Superset shows no row until somebody picks one."""
    return Value(sql="1 = 0")
