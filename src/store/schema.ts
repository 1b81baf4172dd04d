/** The schema in words that can be compared: every table, column, rule, policy, right, view and function, as the database itself tells it. */
import type postgres from 'postgres'

type Table = {
  name: string
  comment: string | null
  rowSecurity: boolean
  forced: boolean
  columns: string[]
  rules: string[]
  indexes: string[]
  triggers: string[]
  policies: string[]
  rights: string[]
}

/** The whole schema as SQL, tables by name. `schema.sql` holds it as the migrations make it. */
export async function describeSchema(db: postgres.Sql): Promise<string> {
  const tables = await listTables(db)
  const functions = await db<{ text: string; comment: string | null; rights: string }[]>`
    select pg_get_functiondef(p.oid) as text, obj_description(p.oid, 'pg_proc') as comment,
           format('-- execute: %s', coalesce((select string_agg(distinct case a.grantee when 0 then 'public' else a.grantee::regrole::text end, ', ')
             from aclexplode(p.proacl) a), 'public')) as rights
    from pg_proc p where p.pronamespace = 'public'::regnamespace order by p.proname`
  const views = await db<{ text: string; comment: string | null; rights: string[] }[]>`
    select format('create view %s as%s', c.relname, E'\n' || pg_get_viewdef(c.oid)) as text, obj_description(c.oid, 'pg_class') as comment,
           array(select format('grant %s on %s to %s', lower(privilege_type), c.relname, grantee) from information_schema.role_table_grants
                 where table_schema = 'public' and table_name = c.relname and grantee <> pg_get_userbyid(c.relowner) order by 1) as rights
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'v' order by c.relname`
  const head = '-- The schema as the migrations make it: written by schema.db.test.ts, not by hand.\n'
  const worded = functions.map(({ text, comment, rights }) =>
    [comment ? `-- ${comment}` : null, rights, `${text.trim()};`].filter(Boolean).join('\n'),
  )
  const seen = views.map(({ text, comment, rights }) =>
    [`-- ${comment ?? 'no comment'}`, text, ...rights.map(right => `${right};`)].join('\n'),
  )
  return `${[head, ...tables.map(describeTable), ...seen, ...worded].join('\n\n')}\n`
}

export const listTables = (db: postgres.Sql): Promise<Table[]> => db<Table[]>`
  select c.relname as name, obj_description(c.oid, 'pg_class') as comment,
         c.relrowsecurity as "rowSecurity", c.relforcerowsecurity as forced,
         array(select format('%I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
                             case when a.attnotnull then ' not null' else '' end,
                             case when a.attidentity <> '' then ' generated always as identity'
                                  when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end,
                             ',' || coalesce(' -- ' || col_description(c.oid, a.attnum), ''))
               from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
               where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns,
         array(select pg_get_constraintdef(oid) from pg_constraint
               where conrelid = c.oid and contype <> 'n' order by contype <> 'p', contype, pg_get_constraintdef(oid)) as rules,
         array(select regexp_replace(pg_get_triggerdef(t.oid), ' ON public[.]', ' ON ') from pg_trigger t
               where t.tgrelid = c.oid and not t.tgisinternal order by t.tgname) as triggers,
         array(select pg_get_indexdef(i.indexrelid) from pg_index i
               where i.indrelid = c.oid and not exists (select 1 from pg_constraint where conindid = i.indexrelid and conrelid = c.oid)
               order by 1) as indexes,
         array(select format('policy %I on %I%s for %s to %s using (%s)%s', policyname, tablename, case permissive when 'RESTRICTIVE' then ' as restrictive' else '' end, lower(cmd), array_to_string(roles, ', '), qual,
                             coalesce(' with check (' || with_check || ')', ''))
               from pg_policies where schemaname = 'public' and tablename = c.relname order by policyname) as policies,
         array(select format('%s to %s', string_agg(lower(privilege_type), ', ' order by privilege_type), grantee)
               from information_schema.role_table_grants
               where table_schema = 'public' and table_name = c.relname and grantee <> pg_get_userbyid(c.relowner)
               group by grantee order by grantee) as rights
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`

function describeTable({
  name,
  comment,
  rowSecurity,
  forced,
  columns,
  rules,
  indexes,
  triggers,
  policies,
  rights,
}: Table): string {
  const body = [...columns, ...rules.map((rule, at) => (at === rules.length - 1 ? rule : `${rule},`))]
  return [
    `-- ${comment ?? 'no comment'}`,
    `create table ${name} (`,
    ...body.map(line => `  ${line}`),
    ');',
    ...indexes.map(index => `${index};`),
    ...triggers.map(trigger => `${trigger};`),
    ...(rowSecurity ? [`alter table ${name} enable row level security;`] : []),
    ...(forced ? [`alter table ${name} force row level security;`] : []),
    ...policies.map(policy => `create ${policy};`),
    ...rights.map(right => `grant ${right.replace(' to ', ` on ${name} to `)};`),
  ].join('\n')
}
