-- How the bytes of a vintage were read, adapter and options as JSON: a bundle or an upload may have another layout than the source is
-- declared with. Vintages from before are read as their source is declared.
alter table vintage add column read_as jsonb;
