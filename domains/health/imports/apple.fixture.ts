// Exports of Apple Health as iOS writes them, with the awkward parts of real ones.

/** The head of an export: its DTD declares elements and attributes only. */
export const HEAD = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 14 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary|ClinicalRecord)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
>
<!ELEMENT Record ((MetadataEntry|HeartRateVariabilityMetadataList)*)>
<!ATTLIST Record
  type          CDATA #REQUIRED
  unit          CDATA #IMPLIED
  value         CDATA #IMPLIED
  sourceName    CDATA #REQUIRED
  device        CDATA #IMPLIED
  startDate     CDATA #REQUIRED
  endDate       CDATA #REQUIRED
>
]>
<HealthData locale="ru_RU">
 <ExportDate value="2026-03-18 09:00:00 +0300"/>
 <Me HKCharacteristicTypeIdentifierDateOfBirth="1990-05-01" HKCharacteristicTypeIdentifierBiologicalSex="HKBiologicalSexFemale"/>
`
export const TAIL = '</HealthData>\n'

const DEVICE =
  '&lt;&lt;HKDevice: 0x2830&gt;, name:Apple Watch, manufacturer:Apple Inc., model:Watch, hardware:Watch6,1, software:11.3&gt;'

export const record = (
  type: string,
  value: string,
  unit: string,
  start: string,
  end = start,
  source = 'Apple Watch — Anna',
): string =>
  ` <Record type="HKQuantityTypeIdentifier${type}" sourceName="${source}" sourceVersion="11.3" device="${DEVICE}" unit="${unit}" creationDate="${end}" startDate="${start}" endDate="${end}" value="${value}"/>\n`

export const sleep = (stage: string, start: string, end: string, source = 'Apple Watch — Anna'): string =>
  ` <Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="${source}" sourceVersion="11.3" creationDate="${end}" startDate="${start}" endDate="${end}" value="HKCategoryValueSleepAnalysis${stage}"/>\n`

/** A night of 17 March over midnight: 23:30 to 06:50 with stages, and a nap of the 17th. */
export const NIGHT = [
  sleep('InBed', '2026-03-16 23:10:00 +0300', '2026-03-17 07:05:00 +0300', 'iPhone Anna'),
  sleep('AsleepCore', '2026-03-16 23:30:00 +0300', '2026-03-17 00:30:00 +0300'),
  sleep('AsleepDeep', '2026-03-17 00:30:00 +0300', '2026-03-17 01:50:00 +0300'),
  sleep('Awake', '2026-03-17 01:50:00 +0300', '2026-03-17 02:00:00 +0300'),
  sleep('AsleepREM', '2026-03-17 02:00:00 +0300', '2026-03-17 03:30:00 +0300'),
  sleep('AsleepCore', '2026-03-17 03:30:00 +0300', '2026-03-17 06:50:00 +0300'),
  sleep('AsleepUnspecified', '2026-03-17 14:00:00 +0300', '2026-03-17 14:40:00 +0300'),
]

/** Everything that is read, and some of what is not. */
export const EXPORT =
  HEAD +
  [
    record('StepCount', '1200', 'count', '2026-03-17 07:10:00 +0300', '2026-03-17 07:20:00 +0300', 'iPhone Anna'),
    record('StepCount', '1250', 'count', '2026-03-17 07:10:00 +0300', '2026-03-17 07:20:00 +0300'),
    record('StepCount', '800', 'count', '2026-03-17 23:55:00 +0300', '2026-03-18 00:05:00 +0300'),
    record('HeartRate', '62', 'count/min', '2026-03-17 07:10:00 +0300'),
    record('HeartRate', '118.5', 'count/min', '2026-03-17 07:15:00 +0300'),
    record('RestingHeartRate', '56', 'count/min', '2026-03-17 00:00:00 +0300', '2026-03-17 23:59:00 +0300'),
    record('BodyMass', '70.2', 'kg', '2026-03-17 07:00:00 +0300', undefined, 'Весы'),
    record('BodyMass', '154.5', 'lb', '2026-03-18 07:00:00 +0300', undefined, 'Scale'),
    record('BodyTemperature', '36.6', 'degC', '2026-03-17 08:00:00 +0300'),
    record('BodyTemperature', '98.6', 'degF', '2026-03-17 09:00:00 +0300'),
    record('OxygenSaturation', '0.97', '%', '2026-03-17 03:00:00 +0300'),
    record('BloodGlucose', '99.0858', 'mg/dL', '2026-03-17 08:30:00 +0300'),
    record('BloodGlucose', '5.5', 'mmol&lt;180.1558800000541&gt;/L', '2026-03-17 12:30:00 +0300'),
    record('BloodPressureSystolic', '121', 'mmHg', '2026-03-17 09:00:00 +0300', undefined, 'Omron'),
    record('BloodPressureSystolic', '130', 'mmHg', '2026-03-17 21:00:00 +0300', undefined, 'Omron'),
    record('BloodPressureDiastolic', '79', 'mmHg', '2026-03-17 09:00:00 +0300', undefined, 'Omron'),
    record('DietaryWater', '250', 'mL', '2026-03-17 10:00:00 +0300'),
    record('DietaryWater', '0.3', 'L', '2026-03-17 11:00:00 +0300'),
    ...NIGHT,
    ` <Record type="HKCategoryTypeIdentifierMindfulSession" sourceName="Calm" startDate="2026-03-17 20:00:00 +0300" endDate="2026-03-17 20:10:00 +0300"/>\n`,
    ` <Record type="HKQuantityTypeIdentifierHeartRateVariabilitySDNN" sourceName="Apple Watch — Anna" unit="ms" startDate="2026-03-17 04:00:00 +0300" endDate="2026-03-17 04:01:00 +0300" value="48.2">
  <HeartRateVariabilityMetadataList>
   <InstantaneousBeatsPerMinute bpm="61" time="4:00:01,2 AM"/>
  </HeartRateVariabilityMetadataList>
 </Record>\n`,
    ` <Correlation type="HKCorrelationTypeIdentifierBloodPressure" sourceName="Omron" startDate="2026-03-17 09:00:00 +0300" endDate="2026-03-17 09:00:00 +0300">
 ${record('BloodPressureSystolic', '121', 'mmHg', '2026-03-17 09:00:00 +0300', undefined, 'Omron')} ${record('BloodPressureDiastolic', '79', 'mmHg', '2026-03-17 09:00:00 +0300', undefined, 'Omron')}</Correlation>\n`,
    ` <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="31.2" durationUnit="min" sourceName="Apple Watch — Anna" startDate="2026-03-17 18:00:00 +0300" endDate="2026-03-17 18:31:12 +0300">
  <WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="5.1" unit="km"/>
 </Workout>\n`,
    // What cannot be true.
    record('HeartRate', '0', 'count/min', '2026-03-17 07:16:00 +0300'),
    record('BodyMass', '70', 'kg', '2026-02-30 07:00:00 +0300'),
    record('BodyMass', '70', 'кошек', '2026-02-20 07:00:00 +0300'),
    record('StepCount', '10', 'count', '2026-03-17 08:00:00 +0300', '2026-03-17 07:00:00 +0300'),
    record('HeartRate', '60', 'count/min', '2027-03-17 07:16:00 +0300'),
  ].join('') +
  TAIL
