-- Who may enter the administrators' area. A name is unique in its normalized form; a role is one of three. The authenticator's key is encrypted
-- with the program's own keys, recovery codes are digests.
create table account (
    id uuid primary key,
    name text not null,
    normalized_name text not null unique,
    role text not null check (role in ('Viewer', 'Operator', 'Administrator')),
    password_hash text,
    security_stamp text not null,
    concurrency_stamp text not null,
    failed_count int not null default 0,
    locked_until timestamptz,
    two_factor boolean not null default false,
    authenticator_key text,
    recovery_codes text[] not null default '{}',
    created_at timestamptz not null
);

-- An account at an OpenID Connect provider that opens an account here: the issuer and its subject.
create table account_login (
    issuer text not null,
    subject text not null,
    account_id uuid not null references account (id) on delete cascade,
    primary key (issuer, subject)
);

-- the logins of an account
create index account_login_account on account_login (account_id);

-- Links that make one account each. Only the digest of a link is kept; the link of the first administrator has no invited name and no end.
create table account_link (
    digest bytea primary key,
    purpose text not null check (purpose in ('setup', 'invitation')),
    name text not null,
    role text not null check (role in ('Viewer', 'Operator', 'Administrator')),
    made_at timestamptz not null,
    expires_at timestamptz,
    check ((purpose = 'setup') = (expires_at is null))
);

-- Every change in the administrators' area and every sign-in. Rows are added, never changed: names are kept as text, since accounts go.
create table audit_entry (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    who text not null,
    address text,
    action text not null,
    subject text not null,
    before text,
    after text
);

create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
    raise exception 'The audit log is append-only: % of audit_entry is refused.', tg_op using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_entry_is_append_only
before update or delete or truncate on audit_entry
for each statement execute function refuse_change_of_audit();
