-- A catalogue of one library. It can be rebuilt from the sources at any time and holds nothing that is not in them.
-- Rowids of `cable` are positions by date: minutes since 1966-01-01 times 64, plus a slot (see rowids.py). Cables
-- without a date sit below 0, texts that are no cables below those.

CREATE TABLE cable (
    rowid INTEGER PRIMARY KEY,
    id TEXT UNIQUE,                -- canonical; null for a cable that does not say it
    date TEXT,                     -- 2006-09-01T20:04Z
    post TEXT,                     -- the list's word: Mexico, State
    origin TEXT,                   -- Embassy Mexico
    sender TEXT,                   -- the FM line's PLAD: AMEMBASSY MEXICO
    classification TEXT,
    level INTEGER NOT NULL,        -- rank of the classification, 0 where it is unknown
    subject TEXT,
    tags TEXT NOT NULL,            -- joined by spaces
    copies INTEGER NOT NULL,       -- renditions of it in the sources
    problem TEXT                   -- why a text is no cable; such rows are in no other table but `copy`
);
CREATE INDEX cable_post ON cable (post COLLATE NOCASE);

CREATE TABLE source (
    number INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,     -- as the user's paths lead to it; a blob where the name is no Unicode
    kind TEXT NOT NULL,            -- file, zip, dump
    size INTEGER NOT NULL,
    changed INTEGER NOT NULL,      -- modification time in nanoseconds
    complete INTEGER NOT NULL,     -- whether every text in it is in the catalogue
    problem TEXT                   -- why the source as a whole cannot be read
);

CREATE TABLE copy (
    number INTEGER PRIMARY KEY,
    cable INTEGER NOT NULL,
    rank INTEGER NOT NULL,         -- 0 is the best; its header is the one in `cable`, its text the one in `words`
    source INTEGER NOT NULL,
    member TEXT,                   -- name in a zip archive
    start INTEGER,                 -- bytes of a dump
    length INTEGER,
    rendition TEXT,
    name TEXT NOT NULL,
    weight INTEGER NOT NULL,       -- letters of the text: what completeness is measured by
    digest BLOB                    -- of the bytes: tells whether it changed
);
CREATE INDEX copy_cable ON copy (cable, rank);
CREATE INDEX copy_source ON copy (source, start);

CREATE TABLE tag (tag TEXT, cable INTEGER, PRIMARY KEY (tag, cable)) WITHOUT ROWID;
CREATE INDEX tag_cable ON tag (cable);

CREATE TABLE reference (
    cable INTEGER NOT NULL,
    target TEXT,                   -- canonical id; null for an item of the REF line that names no telegram
    label TEXT,
    text TEXT,
    kind TEXT NOT NULL             -- ref: the REF line; mention: in the text
);
CREATE INDEX reference_cable ON reference (cable);
CREATE INDEX reference_target ON reference (target);

CREATE VIRTUAL TABLE words USING fts5 (
    id, sender, recipients, class, tags, subject, body,
    content = '', detail = full, tokenize = "unicode61 remove_diacritics 2"
);

-- Rows of `words` whose cable went away or was catalogued anew under another rowid. A contentless table cannot forget
-- them: whoever asks `words` leaves them out, by a join with `cable` or by this table. Their rowids are not used again.
CREATE TABLE gone (rowid INTEGER PRIMARY KEY);

-- All rowids in an order of the list, packed as 64-bit numbers: large libraries are shown without sorting.
CREATE TABLE listing (ordering TEXT PRIMARY KEY, rowids BLOB NOT NULL);

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT);
INSERT INTO meta VALUES ('generation', '0'), ('complete', '0'), ('loose', '0');
