-- Minutes to keep free before and after, as the person asked; null when they did not.
alter table calendar.event add column buffer_minutes double precision check (buffer_minutes >= 0);
