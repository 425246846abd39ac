/**
 * The only place that asks the machine for the time. Decisions about data use the database's clock instead,
 * which `transact` and `databaseNow` hand down as `now`.
 */
export function machineNow(): Date {
  return new Date();
}
