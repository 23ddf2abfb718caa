create table tasks (
  id          bigint generated always as identity primary key,
  owner_id    bigint       not null,
  title       varchar(255) not null,
  description text,
  status      text         not null check (status in ('todo', 'in_progress', 'done')),
  priority    text         not null check (priority in ('low', 'medium', 'high')),
  due_date    timestamptz,
  created_at  timestamptz  not null default now(),
  updated_at  timestamptz  not null default now()
);

-- "This owner, newest first": the order of every page, and stable where two tasks are of one time.
create index tasks_of_owner on tasks (owner_id, created_at desc, id desc);
