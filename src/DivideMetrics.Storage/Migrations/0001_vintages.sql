-- What runs on a clock: one row a run, kept for ever (Hangfire's own history expires).
create table run (
    id bigint generated always as identity primary key,
    job text not null,
    source text,
    trigger text not null,
    status text not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    rows_read bigint not null default 0,
    created bigint not null default 0,
    updated bigint not null default 0,
    withdrawn bigint not null default 0,
    findings bigint not null default 0,
    vintage_id bigint,
    message text,
    constraint run_status check (status in ('running', 'published', 'unchanged', 'failed', 'quarantined', 'interrupted'))
);

-- the latest runs of a source: desk and source pages
create index run_source on run (source, id desc);

-- the sweep for interrupted runs at a start
create index run_running on run (job) where status = 'running';

-- A retrieval of a source whose bytes differ from the one before it.
create table vintage (
    id bigint generated always as identity primary key,
    source text not null,
    sha256 text not null,
    definition text not null,
    status text not null,
    released date,
    retrieved_at timestamptz not null,
    published_at timestamptz,
    checked_at timestamptz not null,
    licence text not null,
    citation text not null,
    observations bigint not null default 0,
    created bigint not null default 0,
    updated bigint not null default 0,
    withdrawn bigint not null default 0,
    constraint vintage_status check (status in ('published', 'quarantined'))
);

-- the newest vintage of a source: every import and every page
create index vintage_source on vintage (source, id desc);

create table vintage_file (
    vintage_id bigint not null references vintage (id),
    name text not null,
    uri text not null,
    media_type text not null,
    sha256 text not null,
    length bigint not null,
    primary key (vintage_id, name)
);

create table finding (
    id bigint generated always as identity primary key,
    run_id bigint not null references run (id),
    code text not null,
    severity text not null,
    note text not null,
    series text,
    area text,
    period text,
    file text,
    line bigint
);

-- the findings of a run
create index finding_run on finding (run_id);

create table series (
    id int generated always as identity primary key,
    source text not null,
    code text not null,
    sex text not null,
    age text not null,
    urbanisation text not null,
    breakdown text not null,
    unique (source, code, sex, age, urbanisation, breakdown)
);

-- A value, true from one vintage until a later one changes or withdraws it.
create table observation (
    series_id int not null references series (id),
    area text collate "C" not null,
    year smallint not null,
    value double precision,
    status text collate "C" not null,
    from_vintage bigint not null references vintage (id),
    to_vintage bigint references vintage (id)
);

-- the current state, and the promise that a point has one current value
create unique index observation_current on observation (series_id, area, year) where to_vintage is null;

-- any past state, and the history of one point
create index observation_history on observation (series_id, area, year, from_vintage);
