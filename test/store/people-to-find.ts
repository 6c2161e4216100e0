/** A small store full of people who are hard to find: accents, doubled names, co-buyers, shared phones, doubtful numbers. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HEADER =
  'Store,Deal Number,Sale Date,First Name,Last Name,Company,Home Phone,Cell Phone,Work Phone,Email,Do Not Call,VIN,Stock Number,Year,Make,Model,License Plate,Salesperson 1 Number,Salesperson 1 Name,Co-Buyer First Name,Co-Buyer Last Name,Co-Buyer Cell Phone';
const ROWS = [
  'North,D1001,2024-03-05,Ann,Lee,,,614-555-0101,,ann.lee@example.com,N,1HGCM82633A100001,N5001,2024,Honda,Civic,ABC 1234,101,"Reyes, Dana",,,',
  'North,D1002,2024-04-05,Ann Marie,Leeson,,614-555-0102,,,ann@example.com,N,1HGCM82633A100002,N5002,2024,Honda,Accord,,101,"Reyes, Dana",,,',
  'South,D1003,2024-05-05,José,Muñoz,,,614-555-0103,,jmunoz@example.com,N,1HGCM82633A100003,N5003,2023,Honda,Fit,,102,"Okafor, Ben",,,',
  'South,D1004,2024-06-05,Robert T,Clark,,,614-555-0104,614-555-0199 x22,,Y,1HGCM82633A200104,N5004,2022,Ford,Escape,,102,"Okafor, Ben",Peggy,Clark,614-555-0124',
  'North,D1005,2024-07-05,Mary,O\'Brien,,,614-555-0105,,,N,2HGCM82633B300105,N5005,2022,Ford,Edge,SMITH,101,"Reyes, Dana",,,',
  'North,D1006,2024-08-05,Lucia,Ibarra-Cole,,,614-555-0106,,,N,2HGCM82633C300105,N5006,2022,Ford,Focus,,101,"Reyes, Dana",,,',
  'North,D1007,2024-09-05,Maria,de la Cruz,,,614-555-0107,,,N,1HGCM82633A100007,N5007,2021,Kia,Soul,,101,"Reyes, Dana",,,',
  'North,D1008,2024-10-05,,,"Halvorsen Électric, LLC",,614-555-0108,,office@example.org,N,1HGCM82633A100008,N5008,2021,Kia,Rio,,101,"Reyes, Dana",,,',
  'North,D1009,2024-11-05,Søren,Kjær-Łuczak,,,614-555-0109,,,N,1HGCM82633A100009,N5009,2021,Kia,Niro,,101,"Reyes, Dana",,,',
  'North,100001,2024-12-05,Bob,Clarke,,,312-555-0101,,,N,1HGCM82633A100010,N5010,2021,Kia,EV6,,101,"Reyes, Dana",,,',
  'North,D1011,2025-01-05,John,Smith,,,614-555-0111,,,N,1HGCM82633A100011,N5011,2020,Kia,K5,,101,"Reyes, Dana",,,',
  'North,D1012,2025-02-05,John,Smith Jr,,,614-555-0112,,,N,1HGCM82633A100012,N5012,2020,Kia,K5,,101,"Reyes, Dana",,,',
  'North,D1013,2025-03-05,Jane,Smith,,,614-555-0113,,,N,1HGCM82633A100013,N5013,2020,Kia,K5,,101,"Reyes, Dana",,,',
  'North,D1014,2025-04-05,Ian,McDonald,,,+44 7700 900114,,,N,1HGCM82633A100014,N5014,2020,Kia,K5,,101,"Reyes, Dana",,,',
  'North,D1015,2025-05-05,Jörg,Müller,,,614-555-0115,,,N,1HGCM82633A100015,N5015,2020,Kia,K5,,101,"Reyes, Dana",,,',
  'North,D1016,2025-05-06,Hans,Schroeder,,,614-555-0116,,,N,1HGCM82633A100016,N5016,2020,Kia,K5,,101,"Reyes, Dana",,,',
  'North,D1017,2025-05-07,,,"Ruiz Plumbing & Heating, LLC",,614-555-0117,,,N,1HGCM82633A100017,N5017,2020,Kia,K5,,101,"Reyes, Dana",,,',
  'North,D1018,2025-05-08,小明,王,,,614-555-0118,,,N,1HGCM82633A100018,N5018,2020,Kia,K5,,101,"Reyes, Dana",,,',
  'North,D1019,2025-05-09,Jolene,Fox,,,614-555-0119,,,N,1HGCM82633A100019,N5019,2020,Kia,K5,,101,"Reyes, Dana",,,',
  'North,D1020,2025-05-10,,李华,,,614-555-0120,,,N,1HGCM82633A100020,N5020,2020,Kia,K5,,101,"Reyes, Dana",,,',
];

/** Writes and imports the file through the program itself; `remove` takes the folder away. */
export function storeOfPeople(): { readonly db: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'beback-people-'));
  const db = join(folder, 'store.db');
  const csv = join(folder, 'sales.csv');
  writeFileSync(csv, `${[HEADER, ...ROWS].join('\n')}\n`);
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/beback.js', '--db', db, '--on', '2026-11-21', 'import', csv],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the import ended with ${status}: ${stdout}${stderr}`);
  return { db, remove: () => rmSync(folder, { recursive: true }) };
}
