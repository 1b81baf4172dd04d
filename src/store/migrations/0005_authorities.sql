-- What is asked before an authority is known: whether there is any, which ones know an e-mail address, and a new one.
-- The owner of the tables is held to their policies like everyone, so that the functions it lends may look it has a policy of its own.

create policy owner_looks on authority for select to current_user using (true);
create policy owner_looks on person for select to current_user using (true);
create policy owner_looks on account for select to current_user using (true);

create function list_authorities() returns table (authority_id integer, name text) language sql stable security definer set search_path = public, pg_temp as
  $$ select a.authority_id, a.name from authority a order by a.authority_id $$;
comment on function list_authorities() is 'Every authority held here, by name: nothing more is told of one that is not the transaction''s own';
revoke all on function list_authorities() from public;
grant execute on function list_authorities() to golden_thread_service;

create function add_authority(name text, short_name text, service_name text) returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare id integer := nextval(pg_get_serial_sequence('public.authority', 'authority_id'));
begin
  perform set_config('golden_thread.authority', id::text, true);
  insert into authority (authority_id, name, short_name, service_name) overriding system value values (id, add_authority.name, add_authority.short_name, add_authority.service_name);
  return id;
end $$;
comment on function add_authority(text, text, text) is 'Adds an authority and makes it the one of this transaction, so that what belongs to it can follow';
revoke all on function add_authority(text, text, text) from public;
grant execute on function add_authority(text, text, text) to golden_thread_service;
