-- A computation of all measures, published whole or not at all.
create table computation (
    id bigint generated always as identity primary key,
    inputs text not null,
    method_version text not null,
    vintages bigint[] not null,
    published_at timestamptz not null,
    figures bigint not null,
    gaps bigint not null
);

-- What the product shows of an indicator: each point from the first source that has it.
create table figure (
    indicator text collate "C" not null,
    area text collate "C" not null,
    sex text collate "C" not null,
    year smallint not null,
    value double precision,
    status text collate "C" not null,
    source text collate "C" not null,
    vintage_id bigint not null references vintage (id),
    from_computation bigint not null references computation (id),
    to_computation bigint references computation (id)
);

-- an indicator's page and download
create unique index figure_current on figure (indicator, area, sex, year) where to_computation is null;

-- any past state
create index figure_history on figure (indicator, from_computation);

create table gap (
    measure text collate "C" not null,
    indicator text collate "C" not null,
    subject text collate "C" not null,
    sex text collate "C" not null,
    year smallint not null,
    value double precision,
    lower double precision,
    upper double precision,
    category text,
    reason text,
    coverage_areas int,
    coverage_areas_of int,
    coverage_population double precision,
    coverage_estimated double precision,
    from_computation bigint not null references computation (id),
    to_computation bigint references computation (id)
);

-- an indicator's page
create unique index gap_current on gap (indicator, measure, subject, sex, year) where to_computation is null;

-- the measures about an area: /api/v1/areas/{code}/gaps
create index gap_subject on gap (subject, indicator) where to_computation is null;

-- any past state
create index gap_history on gap (indicator, from_computation);
