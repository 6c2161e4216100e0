/** Reynolds & Reynolds service appointments, a row a booking or its cancellation. */

import type { Layout } from '../mapping.ts';

/** TransType is UPDATE for a booking, DELETE for one that was called off. */
export const REYNOLDS_APPOINTMENTS: Layout = {
  name: 'reynolds-appointments',
  title: 'Reynolds & Reynolds, service appointments',
  kind: 'appointments',
  signature: ['ApptNo', 'RONo', 'TransType', 'NameRecId'],
  columns: {
    appointment_number: 'ApptNo',
    repair_order_number: 'RONo',
    status: 'TransType',
    appointment_on: 'Date',
    appointment_time: 'Time',
    op_codes: 'OpCode',
    customer_number: 'NameRecId',
    vin: 'Vin',
    make: 'MakeName',
    model: 'Carline',
    year: 'VehicleYr',
  },
  dateOrder: 'mdy',
};
