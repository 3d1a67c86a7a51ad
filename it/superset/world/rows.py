"""The shop's rows, the same on every machine."""

import datetime as dt
import json
import random
import sqlite3

REGIONS = ["EMEA", "AMER", "APAC", "LATAM"]
STATUSES = ["new", "paid", "shipped", "returned", "cancelled"]
CITIES = ["Zürich", "São Paulo", "東京", "Kraków", "O'Fallon", "Москва", "Reykjavík", "Århus", "Paris", "Austin"]
NAMES = ["Ana", "Björn", "Chloé", "Dmitri", "Elif", "François", "Grace", "Hiro", "Iñaki", "Jürgen", "李", "Łukasz"]
FAMILIES = ["Almeida", "Brønsted", "O'Connor", "Müller", "Nowak", "Sørensen", "Tanaka", "Václav", "Иванов", "Zhang"]


def write_data(path):
    """A new SQLite file at path: 400 customers, 120 products, 3000 orders, 2500 events, 60 returns."""
    rnd = random.Random(20240229)
    db = sqlite3.connect(path)
    db.executescript("""
        CREATE TABLE customers (customer_id INTEGER PRIMARY KEY, full_name TEXT, email TEXT, country_code CHAR(2), segment TEXT,
            signup_date DATE, lifetime_value DECIMAL(12,2), city TEXT, is_active BOOLEAN);
        CREATE TABLE products (product_id INTEGER PRIMARY KEY, sku TEXT, title TEXT, category TEXT, price DECIMAL(10,2), weight_kg FLOAT);
        CREATE TABLE orders (order_id INTEGER PRIMARY KEY, customer_id INTEGER, product_id INTEGER, order_date DATE, ordered_at DATETIME,
            status TEXT, region TEXT, quantity INTEGER, amount DECIMAL(10,2), discount DECIMAL(10,2), note TEXT);
        CREATE TABLE events (event_id INTEGER PRIMARY KEY, customer_id INTEGER, event_time DATETIME, kind TEXT, channel TEXT,
            payload TEXT, duration_ms INTEGER);
        CREATE TABLE "returns 2024" ("return id" INTEGER PRIMARY KEY, "order id" INTEGER, "Grund" TEXT, "возврат" DECIMAL(10,2), "returned on" DATE);
    """)
    first = dt.datetime(2023, 1, 1)
    db.executemany("INSERT INTO customers VALUES (?,?,?,?,?,?,?,?,?)", [
        (i, f"{rnd.choice(NAMES)} {rnd.choice(FAMILIES)}", f"person{i}@example.org" if i % 17 else None,
         rnd.choice(["CH", "BR", "JP", "PL", "US", "FR", "DK", "IS"]), rnd.choice(["retail", "wholesale", "online", None]),
         (first - dt.timedelta(days=rnd.randrange(900))).date().isoformat(), round(rnd.random() * 9000, 2), rnd.choice(CITIES),
         rnd.random() < 0.9) for i in range(1, 401)])
    db.executemany("INSERT INTO products VALUES (?,?,?,?,?,?)", [
        (i, f"SKU-{i:04d}", f"{rnd.choice(['Lampe', 'Stuhl', 'テーブル', 'Shelf', 'Коврик'])} {i}",
         rnd.choice(["Home", "Garden", "Office", "Kids & Toys"]), round(4 + rnd.random() * 300, 2),
         None if i % 9 == 0 else round(rnd.random() * 20, 3)) for i in range(1, 121)])
    rows = []
    for i in range(1, 3001):
        at = first + dt.timedelta(minutes=rnd.randrange(2 * 365 * 24 * 60))
        rows.append((i, rnd.randrange(1, 401), rnd.randrange(1, 121), at.date().isoformat(), at.isoformat(" "), rnd.choice(STATUSES),
                     rnd.choice(REGIONS), rnd.randrange(1, 9), round(5 + rnd.random() * 900, 2),
                     None if rnd.random() < 0.6 else round(rnd.random() * 40, 2),
                     rnd.choice([None, None, None, "geschenk 🎁", "don't ring", "100% off", "срочно", "a;b -- c"])))
    db.executemany("INSERT INTO orders VALUES (?,?,?,?,?,?,?,?,?,?,?)", rows)
    db.executemany("INSERT INTO events VALUES (?,?,?,?,?,?,?)", [
        (i, rnd.randrange(1, 401) if rnd.random() < 0.95 else None,
         (first + dt.timedelta(seconds=rnd.randrange(2 * 365 * 86400))).isoformat(" "), rnd.choice(["view", "click", "cart", "pay"]),
         rnd.choice(["web", "ios", "android"]), json.dumps({"page": rnd.randrange(40), "ok": rnd.random() < 0.8}),
         None if rnd.random() < 0.2 else rnd.randrange(20, 90000)) for i in range(1, 2501)])
    db.executemany('INSERT INTO "returns 2024" VALUES (?,?,?,?,?)', [
        (i, rnd.randrange(1, 3001), rnd.choice(["defekt", "zu groß", "передумал", None]), round(rnd.random() * 400, 2),
         (dt.date(2024, 1, 1) + dt.timedelta(days=rnd.randrange(365))).isoformat()) for i in range(1, 61)])
    db.commit()
    db.close()
