-- Figures and measures as series: one row for each indicator, area or subject, measure and sex, years in arrays. A row holds from one
-- computation until another, as the rows of a single year did. Texts that repeat stand once in a row, with an index (from 0) for each year.
create table figure_series (
    indicator text collate "C" not null,
    area text collate "C" not null,
    sex text collate "C" not null,
    years smallint[] not null,
    "values" double precision[] not null,
    statuses text collate "C" not null,  -- one letter of CL_OBS_STATUS a year
    sources text[] collate "C" not null, -- distinct origins: source and vintage in which the value first appeared
    vintages bigint[] not null,
    origin_at smallint[] not null,
    digest uuid,                         -- of the columns above but vintages; null in rows from before: it is made when it is needed
    from_computation bigint not null,
    to_computation bigint
);

create table gap_series (
    indicator text collate "C" not null,
    measure text collate "C" not null,
    subject text collate "C" not null,
    sex text collate "C" not null,
    years smallint[] not null,
    "values" double precision[] not null,
    lower double precision[],
    upper double precision[],
    categories text[] collate "C" not null,
    category_at smallint[] not null,     -- empty where no year has a category
    reasons text[] collate "C" not null,
    reason_at smallint[] not null,
    coverage_areas int[],
    coverage_areas_of int[],
    coverage_population double precision[],
    coverage_estimated double precision[],
    digest uuid,
    from_computation bigint not null,
    to_computation bigint
);

-- What one indicator's figures and measures were computed from. Figures and measures of an indicator whose inputs are the same are not
-- computed again.
create table computation_part (
    indicator text collate "C" not null,
    inputs text not null,
    vintages bigint[] not null,
    figures bigint not null,
    gaps bigint not null,
    from_computation bigint not null,
    to_computation bigint
);

-- Every year at which something of a series changed begins a row of the series.
create temp table span on commit drop as
select indicator, area, sex, since, lead(since) over (partition by indicator, area, sex order by since) as until
from (
    select indicator, area, sex, from_computation as since from figure
    union
    select indicator, area, sex, to_computation from figure where to_computation is not null
) as edge;

insert into figure_series (
    indicator, area, sex, years, "values", statuses, sources, vintages, origin_at, from_computation, to_computation)
select p.indicator, p.area, p.sex, p.years, p.points, p.statuses, o.sources, o.vintages,
       (select array_agg((select min(i) from generate_subscripts(o.sources, 1) as i
                          where o.sources[i] = u.source and o.vintages[i] = u.vintage)::smallint - 1::smallint order by u.place)
        from unnest(p.sources, p.vintages) with ordinality as u (source, vintage, place)),
       p.since, p.until
from (
    select s.indicator, s.area, s.sex, s.since, s.until,
           array_agg(f.year order by f.year) as years,
           array_agg(f.value order by f.year) as points,
           string_agg(f.status, '' order by f.year) as statuses,
           array_agg(f.source order by f.year) as sources,
           array_agg(f.vintage_id order by f.year) as vintages
    from span as s
    join figure as f on f.indicator = s.indicator and f.area = s.area and f.sex = s.sex
        and f.from_computation <= s.since and (f.to_computation is null or f.to_computation > s.since)
    group by s.indicator, s.area, s.sex, s.since, s.until
) as p
cross join lateral (
    select array_agg(d.source order by d.source, d.vintage) as sources, array_agg(d.vintage order by d.source, d.vintage) as vintages
    from (select distinct u.source collate "C" as source, u.vintage from unnest(p.sources, p.vintages) as u (source, vintage)) as d
) as o;

drop table span;

create temp table span on commit drop as
select indicator, measure, subject, sex, since, lead(since) over (partition by indicator, measure, subject, sex order by since) as until
from (
    select indicator, measure, subject, sex, from_computation as since from gap
    union
    select indicator, measure, subject, sex, to_computation from gap where to_computation is not null
) as edge;

insert into gap_series (
    indicator, measure, subject, sex, years, "values", lower, upper, categories, category_at, reasons, reason_at,
    coverage_areas, coverage_areas_of, coverage_population, coverage_estimated, from_computation, to_computation)
select p.indicator, p.measure, p.subject, p.sex, p.years, p.points, p.lower, p.upper,
       coalesce(p.categories, '{}'),
       case when p.categories is null then '{}' else
           (select array_agg((array_position(p.categories, u.text) - 1)::smallint order by u.place)
            from unnest(p.category) with ordinality as u (text, place)) end,
       coalesce(p.reasons, '{}'),
       case when p.reasons is null then '{}' else
           (select array_agg((array_position(p.reasons, u.text) - 1)::smallint order by u.place)
            from unnest(p.reason) with ordinality as u (text, place)) end,
       p.coverage_areas, p.coverage_areas_of, p.coverage_population, p.coverage_estimated, p.since, p.until
from (
    select s.indicator, s.measure, s.subject, s.sex, s.since, s.until,
           array_agg(g.year order by g.year) as years,
           array_agg(g.value order by g.year) as points,
           case when count(g.lower) > 0 then array_agg(g.lower order by g.year) end as lower,
           case when count(g.upper) > 0 then array_agg(g.upper order by g.year) end as upper,
           array_agg(distinct g.category collate "C") filter (where g.category is not null) as categories,
           array_agg(g.category collate "C" order by g.year) as category,
           array_agg(distinct g.reason collate "C") filter (where g.reason is not null) as reasons,
           array_agg(g.reason collate "C" order by g.year) as reason,
           case when count(g.coverage_areas) > 0 then array_agg(g.coverage_areas order by g.year) end as coverage_areas,
           case when count(g.coverage_areas) > 0 then array_agg(g.coverage_areas_of order by g.year) end as coverage_areas_of,
           case when count(g.coverage_areas) > 0 then array_agg(g.coverage_population order by g.year) end as coverage_population,
           case when count(g.coverage_areas) > 0 then array_agg(g.coverage_estimated order by g.year) end as coverage_estimated
    from span as s
    join gap as g on g.indicator = s.indicator and g.measure = s.measure and g.subject = s.subject and g.sex = s.sex
        and g.from_computation <= s.since and (g.to_computation is null or g.to_computation > s.since)
    group by s.indicator, s.measure, s.subject, s.sex, s.since, s.until
) as p;

drop table span;
drop table figure;
drop table gap;

-- the current and any past state of an indicator, and the promise that a series has one row in each
create unique index figure_series_key on figure_series (indicator, area, sex, to_computation) nulls not distinct;
create unique index gap_series_key on gap_series (indicator, measure, subject, sex, to_computation) nulls not distinct;

-- the measures about an area: /api/v1/areas/{code}/gaps
create index gap_series_subject on gap_series (subject, indicator);

-- the current and any past part of an indicator
create unique index computation_part_key on computation_part (indicator, to_computation) nulls not distinct;

-- a published part with just these inputs: what is asked as of a day is read where it was computed before
create index computation_part_inputs on computation_part (inputs);
