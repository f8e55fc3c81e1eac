-- Adds a person to Kontor's team store, by a superuser. Brands are granted by name, all of them where none is named:
--
--   psql -v ON_ERROR_STOP=1 -d kontor -v login=anna -v password=... -v name='Anna Kern' -v initials=AK \
--        -v brands='Nordwind,Alma' -f user.sql

\set ON_ERROR_STOP on

BEGIN;

CREATE ROLE :"login" LOGIN PASSWORD :'password' IN ROLE kontor_member;

INSERT INTO kontor.app_user (id, name, initials)
SELECT (extract(epoch FROM clock_timestamp()) * 1000 - 1704067200000)::bigint << 21, :'name', :'initials';

INSERT INTO kontor.user_role (role_name, user_id) SELECT :'login', max(id) FROM kontor.app_user WHERE name = :'name';

INSERT INTO kontor.user_grant (user_id, brand_id, access_right)
SELECT r.user_id, b.id, a.access_right
FROM kontor.user_role r, kontor.brand b, (VALUES ('READ'), ('ANSWER')) a (access_right)
WHERE r.role_name = :'login' AND (:'brands' = '' OR b.name = ANY (string_to_array(:'brands', ',')));

COMMIT;
