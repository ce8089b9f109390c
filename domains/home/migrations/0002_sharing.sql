-- The doors into a household and out of it, and the policies that keep the rows to those who may see them.

-- The person of this transaction.
create function home.person() returns uuid language sql stable set search_path = '' as
  $$ select nullif(pg_catalog.current_setting('app.user_id', true), '')::uuid $$;

-- The spaces of this person: their own, and their household's. It reads home.member as the owner, since a policy of
-- home.member that read home.member would never end. Called as `(select home.spaces())` it runs once in a statement.
create function home.spaces() returns uuid[] language sql stable security definer set search_path = '' as $$
  select array_remove(array[home.person(), (select m.household_id from home.member m where m.user_id = home.person())], null)
$$;

-- Founds a household with this person in it, and makes theirs what they had. The number of rows comes back.
create function home.found_household(household uuid, called text, at timestamptz) returns integer
  language plpgsql security definer set search_path = '' as $$
declare
  it text;
  part integer;
  moved integer := 0;
begin
  insert into home.household (id, created_at) values (household, at);
  insert into home.member (user_id, household_id, name, created_at) values (home.person(), household, called, at);
  foreach it in array array['list_item', 'chore', 'stock', 'pet', 'pet_care', 'appliance', 'repair', 'reading'] loop
    execute format('update home.%I set space_id = $1 where space_id = home.person()', it) using household;
    get diagnostics part = row_count;
    moved := moved + part;
  end loop;
  return moved;
end
$$;

-- Spends an invitation. Null when there is none that holds.
create function home.join_household(code text, called text, at timestamptz) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  found home.invite;
begin
  select * into found from home.invite i where i.code_hash = code and i.used_at is null and i.expires_at > at for update;
  if found.id is null then return null; end if;
  insert into home.member (user_id, household_id, name, created_at) values (home.person(), found.household_id, called, at);
  update home.invite set used_at = at where id = found.id;
  return found.household_id;
end
$$;

-- Takes a leaving back: only by who left, into what they left, and while it is still there.
create function home.rejoin_household(departed uuid, called text, at timestamptz) returns uuid
  language plpgsql security definer set search_path = '' as $$
declare
  found home.departure;
begin
  delete from home.departure d
    where d.id = departed and d.user_id = home.person() and d.created_at > at - interval '48 hours'
      and exists (select from home.household h where h.id = d.household_id for update)
    returning * into found;
  if found.id is null then return null; end if;
  insert into home.member (user_id, household_id, name, created_at) values (home.person(), found.household_id, called, at);
  return found.household_id;
end
$$;

-- Gives the rows of a household to this person, its last member, before they leave. False when others are there.
create function home.dissolve_household() returns boolean
  language plpgsql security definer set search_path = '' as $$
declare
  mine uuid;
  it text;
begin
  select m.household_id into mine from home.member m where m.user_id = home.person();
  perform from home.household h where h.id = mine for update;
  if exists (select from home.member m where m.household_id = mine and m.user_id <> home.person()) then return false; end if;
  foreach it in array array['list_item', 'chore', 'stock', 'pet', 'appliance', 'reading'] loop
    execute format('update home.%I set space_id = home.person(), twin = id where space_id = $1', it) using mine;
  end loop;
  update home.pet_care set space_id = home.person() where space_id = mine;
  update home.repair set space_id = home.person() where space_id = mine;
  return true;
end
$$;

-- Whoever goes, by leaving or by erasure, leaves no name behind; the last one leaves nothing.
create function home.release_member() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  it text;
begin
  -- Two who go at once wait for each other here, so that one of them is the last.
  perform from home.household h where h.id = old.household_id for update;
  if exists (select from home.member m where m.household_id = old.household_id) then
    foreach it in array array['list_item', 'chore', 'stock', 'pet', 'pet_care', 'appliance', 'repair', 'reading'] loop
      execute format('update home.%I set user_id = null where space_id = $1 and user_id = $2', it)
        using old.household_id, old.user_id;
    end loop;
    update home.list_item set checked_by = null where space_id = old.household_id and checked_by = old.user_id;
    update home.chore set assignee = null, assignee_id = null
      where space_id = old.household_id and assignee_id = old.user_id;
    update home.chore set last_done_by = null where space_id = old.household_id and last_done_by = old.user_id;
    delete from home.invite where household_id = old.household_id and user_id = old.user_id;
    -- What another may still put back must not bring the name back.
    update home.change c set before_row = c.before_row
        || case when c.before_row ->> 'checked_by' = old.user_id::text then '{"checked_by": null}' else '{}' end::jsonb
        || case when c.before_row ->> 'last_done_by' = old.user_id::text then '{"last_done_by": null}' else '{}' end::jsonb
        || case when c.before_row ->> 'assignee_id' = old.user_id::text
             then '{"assignee": null, "assignee_id": null}' else '{}' end::jsonb
      where c.user_id in (select m.user_id from home.member m where m.household_id = old.household_id)
        and old.user_id::text in
          (c.before_row ->> 'checked_by', c.before_row ->> 'last_done_by', c.before_row ->> 'assignee_id');
    return null;
  end if;
  foreach it in array array['pet_care', 'repair', 'list_item', 'chore', 'stock', 'pet', 'appliance', 'reading'] loop
    execute format('delete from home.%I where space_id = $1', it) using old.household_id;
  end loop;
  delete from home.invite where household_id = old.household_id;
  delete from home.household where id = old.household_id;
  return null;
end
$$;
create trigger member_gone after delete on home.member for each row execute function home.release_member();

revoke all on all functions in schema home from public;
grant execute on function home.person(), home.spaces(), home.found_household(uuid, text, timestamptz),
  home.join_household(text, text, timestamptz), home.rejoin_household(uuid, text, timestamptz),
  home.dissolve_household() to app_user;

-- The policies. `owner` takes the place of the one that a table with user_id gets otherwise. The functions above run as
-- the owner of the tables, whom forced row-level security binds too: `keeper` is for them.
do $$
declare
  it text;
begin
  foreach it in array array['list_item', 'chore', 'stock', 'pet', 'pet_care', 'appliance', 'repair', 'reading'] loop
    execute format('alter table home.%I enable row level security', it);
    execute format('create policy owner on home.%I for delete to app_user using (space_id = (select home.person()))', it);
    execute format('create policy seen on home.%I for select to app_user
      using (space_id = any ((select home.spaces())::uuid[]))', it);
    execute format('create policy added on home.%I for insert to app_user
      with check (space_id = any ((select home.spaces())::uuid[]) and user_id = (select home.person()))', it);
    execute format('create policy changed on home.%I for update to app_user
      using (space_id = any ((select home.spaces())::uuid[]))
      with check (space_id = any ((select home.spaces())::uuid[]))', it);
    execute format('create policy keeper on home.%I to current_user using (true) with check (true)', it);
  end loop;
end
$$;
alter table home.household enable row level security;
grant select on home.household to app_user;
create policy member on home.household for select to app_user using (id = any ((select home.spaces())::uuid[]));
create policy keeper on home.household to current_user using (true) with check (true);
alter table home.member enable row level security;
create policy owner on home.member for delete to app_user using (user_id = (select home.person()));
create policy member on home.member for select to app_user
  using (household_id = any ((select home.spaces())::uuid[]));
create policy named on home.member for update to app_user using (user_id = (select home.person()))
  with check (user_id = (select home.person()) and household_id = any ((select home.spaces())::uuid[]));
create policy keeper on home.member to current_user using (true) with check (true);
create policy keeper on home.change to current_user using (true) with check (true);
create policy keeper on home.invite to current_user using (true) with check (true);
create policy keeper on home.departure to current_user using (true) with check (true);
