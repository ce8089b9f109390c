-- What a day may be given: tasks by their planned day, and those without any date by importance.
create index task_planned on tasks.task (user_id, planned_on) where status = 'open' and planned_on is not null;
create index task_undated on tasks.task (user_id, priority, created_at, id)
  where status = 'open' and due_at is null and planned_on is null;
