create table users (
  id            bigint generated always as identity primary key,
  email         varchar(255) not null unique,
  username      varchar(100) not null unique,
  full_name     varchar(255),
  password_hash text         not null,
  is_active     boolean      not null default true,
  is_superuser  boolean      not null default false,
  created_at    timestamptz  not null default now(),
  updated_at    timestamptz  not null default now()
);
