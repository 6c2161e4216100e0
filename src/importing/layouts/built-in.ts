/** The layouts beback knows without being told. */

import type { Layout } from '../mapping.ts';
import { ALL_DEALS_REPORT } from './all-deals-report.ts';
import { AUTOVHC_14 } from './autovhc-14.ts';
import { BEBACK_APPOINTMENTS, BEBACK_REPAIR_ORDERS, BEBACK_SALES } from './beback-exports.ts';
import { CDK_CLOSED } from './cdk-closed.ts';
import { DEALERVAULT_APPOINTMENTS, DEALERVAULT_SALES, DEALERVAULT_SERVICE } from './dealervault.ts';
import { LIGHTSPEED_DEALS } from './lightspeed-deals.ts';
import { LOT_WIZARD } from './lot-wizard.ts';
import { REYNOLDS_APPOINTMENTS } from './reynolds-appointments.ts';
import { REYNOLDS_CLOSED } from './reynolds-closed.ts';
import { REYNOLDS_SERVICE_SALES } from './reynolds-service-sales.ts';

export const BUILT_IN_LAYOUTS: readonly Layout[] = [
  BEBACK_SALES,
  BEBACK_REPAIR_ORDERS,
  BEBACK_APPOINTMENTS,
  CDK_CLOSED,
  REYNOLDS_CLOSED,
  REYNOLDS_APPOINTMENTS,
  DEALERVAULT_SALES,
  DEALERVAULT_SERVICE,
  DEALERVAULT_APPOINTMENTS,
  LIGHTSPEED_DEALS,
  ALL_DEALS_REPORT,
  LOT_WIZARD,
  AUTOVHC_14,
  REYNOLDS_SERVICE_SALES,
];
