-- A value no longer says where it ends: it ends where the next one of its point begins. So a vintage adds rows and changes none, and an
-- import in which one value in a hundred changed does not write two thirds of the pages again. A point that is withdrawn has a row that
-- says so: without value, and its status is the empty text.
-- it promises one row without end for each point, and names the column that goes
drop index observation_point;

insert into observation (value, from_position, to_position, series_id, vintage_id, "row", year, source_number, file, area, status)
select null, o.to_position, null, o.series_id, (o.to_position & 4294967295)::int, 0, o.year, o.source_number, 0, o.area, ''
from observation as o
where o.to_position is not null
  and not exists (
      select
      from observation as n
      where n.source_number = o.source_number
        and n.series_id = o.series_id and n.area = o.area and n.year = o.year
        and n.from_position = o.to_position);

alter table observation drop column to_position;

-- the state at any release: of each point the last row that begins at or before it; the history of a point
create unique index observation_point on observation (series_id, area, year, from_position desc, source_number);
