-- Prepares a PostgreSQL server (15 or later) for Kontor's team store. Once, by a superuser:
--
--   psql -v ON_ERROR_STOP=1 -v database=kontor -v owner_password=... -v collector_password=... -f setup.sql
--
-- kontor_owner owns the tables and changes the schema. kontor_member may use the tables, within the brands that are granted to
-- the user behind the login; kontor_admin may besides change clients, brands, users and grants; kontor_house sees all brands.
-- kontor_collector is the login of the collector. People get logins of their own from user.sql.

\set ON_ERROR_STOP on

CREATE ROLE kontor_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE kontor_member;
CREATE ROLE kontor_admin IN ROLE kontor_member;
CREATE ROLE kontor_house IN ROLE kontor_admin;
-- The membership in kontor_owner lets it upgrade the schema and add the partitions of coming months.
CREATE ROLE kontor_collector LOGIN PASSWORD :'collector_password' IN ROLE kontor_house, kontor_owner;

-- The order of "C" does not change with the operating system, so that indexes stay good.
CREATE DATABASE :"database" OWNER kontor_owner TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C';
REVOKE CONNECT, TEMPORARY ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO kontor_member;

\connect :"database"

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA kontor AUTHORIZATION kontor_owner;

-- Under row-level security an index is only used with functions that are known to leak nothing. Both look at the words of the
-- search index only; without this a search reads every message that the user may see.
ALTER FUNCTION pg_catalog.ts_match_vq(tsvector, tsquery) LEAKPROOF;
ALTER FUNCTION pg_catalog.to_tsvector(regconfig, text) LEAKPROOF;
