-- The order of release. A vintage has three dates: released (the provider's, else the day of retrieval), retrieved, published here.
alter table vintage add column release_date date;
alter table vintage add column revised bigint not null default 0;
alter table vintage add column precision bigint not null default 0;
alter table vintage add column status_changed bigint not null default 0;
alter table vintage drop constraint vintage_status;
alter table vintage add constraint vintage_status check (status in ('published', 'quarantined', 'trial'));

-- Until now a vintage followed the one before it whatever the provider's date said: that order stays.
update vintage as v
set release_date = o.day,
    revised = v.updated
from (
    select id,
           greatest(
               coalesce(released, (retrieved_at at time zone 'utc')::date),
               max(coalesce(released, (retrieved_at at time zone 'utc')::date)) filter (where status = 'published')
                   over (partition by source order by id)) as day
    from vintage
) as o
where o.id = v.id;

alter table vintage alter column release_date set not null;

-- Grows with release date and id and never changes, so that nothing is ever renumbered; the lower half is the id.
alter table vintage add column position bigint not null generated always as (((release_date - date '1970-01-01')::bigint << 32) | id) stored;

-- the state that readers see, the neighbours of a new release
create unique index vintage_position on vintage (source, position);

alter table vintage_file add column ordinal smallint not null default 0;
update vintage_file as f
set ordinal = o.ordinal
from (select vintage_id, name, row_number() over (partition by vintage_id order by name) - 1 as ordinal from vintage_file) as o
where o.vintage_id = f.vintage_id
  and o.name = f.name;

alter table run add column dry boolean not null default false;
alter table run add column revised bigint not null default 0;
alter table run add column precision bigint not null default 0;
alter table run add column status_changed bigint not null default 0;
update run set revised = updated where job = 'ingest';
alter table run drop constraint run_status;
alter table run add constraint run_status
    check (status in ('running', 'published', 'unchanged', 'failed', 'quarantined', 'interrupted', 'trial'));

alter table finding add column old_value double precision;
alter table finding add column new_value double precision;

-- Every source that has observations has a number, which names the part of the observations that is its own.
create table source (
    id text primary key,
    number int generated always as identity unique
);

insert into source (id) select distinct source from series order by 1;

alter table observation rename to observation_by_id;
drop index observation_current;
drop index observation_history;

-- A value, true from one position in the order of release until another. Each source has a part of its own, which is made with the
-- source's first vintage. Millions of rows come at once, so no row is held against the table of series or of vintages.
create table observation (
    value double precision,
    from_position bigint not null,
    to_position bigint,
    series_id int not null,
    vintage_id int not null, -- the vintage whose bytes say the value
    "row" int not null,      -- the line in that file; 0 when unknown
    year smallint not null,
    source_number int not null,
    file smallint not null,  -- ordinal of the file in that vintage
    area text collate "C" not null,
    status text collate "C" not null
) partition by list (source_number);

-- the current and any past state of a series, the history of a point, and the promise that a point has one current value
create unique index observation_point on observation (series_id, area, year, to_position, source_number) nulls not distinct;

do $$
declare
    part record;
begin
    for part in select number from source order by number loop
        execute format('create table observation_%s partition of observation for values in (%s)', part.number, part.number);
    end loop;
end $$;

insert into observation (value, from_position, to_position, series_id, vintage_id, "row", year, source_number, file, area, status)
select o.value, a.position, b.position, o.series_id, o.from_vintage, 0, o.year, s.number, 0, o.area, o.status
from observation_by_id as o
join series as r on r.id = o.series_id
join source as s on s.id = r.source
join vintage as a on a.id = o.from_vintage
left join vintage as b on b.id = o.to_vintage;

drop table observation_by_id;
