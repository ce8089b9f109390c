/**
 * English texts and what they say, one a line: `text => mentions`. Now is Wednesday 2026-03-18 10:00 in Moscow, currency
 * USD. `<` before a text prefers the past; `~` marks a time that is not exact; `-` stands for nothing.
 */
export const en = `
spent 450 on taxi => number 450
$450 => money 45000 USD
$1,200.50 => money 120050 USD
1,200 dollars => money 120000 USD
1200.50 dollars => money 120050 USD
5k => number 5000
$5k => money 500000 USD
$2m => money 200000000 USD
1.5k bucks => money 150000 USD
20 bucks => money 2000 USD
twenty bucks => money 2000 USD
twelve hundred => number 1200
twelve hundred dollars => money 120000 USD
a couple hundred => number 200
a couple hundred dollars => money 20000 USD
a couple of thousand => number 2000
two and a half grand => money 250000 null
five grand => money 500000 null
a hundred and fifty dollars => money 15000 USD
one hundred twenty-three thousand four hundred fifty-six dollars => money 12345600 USD
two hundred thousand => number 200000
half a million dollars => money 50000000 USD
a thousand euros => money 100000 EUR
€20 => money 2000 EUR
£15.99 => money 1599 GBP
40 quid => money 4000 GBP
20 pounds sterling => money 2000 GBP
i weigh 180 pounds => number 180
4500 rsd => money 450000 RSD
EUR 50 => money 5000 EUR
50 EUR => money 5000 EUR
10 dollars 50 cents => money 1050 USD
99 cents => money 99 USD
¥1000 => money 1000 JPY
for $20 => money 2000 USD
forty nine ninety nine => number 49.99
minus 20 dollars => invalid money
-$5 => invalid money
1e30 dollars => invalid money
15% => percent 15
20 percent => percent 20
today => date 2026-03-18
yesterday => date 2026-03-17
tomorrow => date 2026-03-19
tmrw => date 2026-03-19
tommorow => date 2026-03-19
tomorrow's meeting => date 2026-03-19
the day after tomorrow => date 2026-03-20
day before yesterday => date 2026-03-16
on monday => date 2026-03-23
by friday => date 2026-03-20
wednesday => date 2026-03-25
on wed => date 2026-03-25
thu => date 2026-03-19
next friday => date 2026-03-27
this friday => date 2026-03-20
last friday => date 2026-03-13
<on monday => date 2026-03-16
friday next week => date 2026-03-27
3/20 => date 2026-03-20
3/20/2026 => date 2026-03-20
20/3 => date 2026-03-20
2/30 => invalid date
1/2 cup => measure 0.5 cup 120
march 20th => date 2026-03-20
march 20 => date 2026-03-20
20th of march => date 2026-03-20
20 march => date 2026-03-20
on the 20th => date 2026-03-20
on march twentieth => date 2026-03-20
march 20, 2027 => date 2027-03-20
mar 20 => date 2026-03-20
2026-03-20 => date 2026-03-20
the 5th of next month => date 2026-04-05
on the 1st => date 2026-04-01
february 30 => invalid date
february 31st => invalid date
april 31 => invalid date
<march 20 => date 2025-03-20
in 3 days => date 2026-03-21
in a week => date 2026-03-25
in two weeks => date 2026-04-01
a week from friday => date 2026-03-27
a week from now => date 2026-03-25
in a month => date 2026-04-18
3 days ago => date 2026-03-15
a week ago => date 2026-03-11
two weeks ago => date 2026-03-04
by the end of the month => date 2026-03-31
end of march => date 2026-03-31
by the end of the week => date 2026-03-20
at 3pm => time 15:00
at 3 => time 15:00
at 9 => time 09:00
3pm => time 15:00
3 pm => time 15:00
3:30 p.m. => time 15:30
3:30pm => time 15:30
at 15:30 => time 15:30
at 9:05 => time 09:05
half past two => time 14:30
at half past seven => time 07:30
quarter to nine => time 08:45
quarter past 4 => time 16:15
ten to five => time 16:50
twenty past three => time 15:20
noon => time 12:00
at noon => time 12:00
midnight => time 00:00
12am => time 00:00
12pm => time 12:00
7 in the morning => time 07:00
seven in the evening => time 19:00
at 8 at night => time 20:00
at three thirty => time 15:30
at nine o'clock => time 09:00
five o'clock => time 17:00
at 2 o'clock in the afternoon => time 14:00
by 6 => time 18:00
before 9 => time 09:00
around 4 => time 16:00
in the morning => time~ 09:00
in the afternoon => time~ 14:00
in the evening => time~ 19:00
at night => time~ 23:00
after lunch => time~ 14:00
by end of day => time~ 18:00
tonight => instant~ 2026-03-18T19:00
this evening => instant~ 2026-03-18T19:00
this morning => instant~ 2026-03-18T09:00
tonight at 8 => instant 2026-03-18T20:00
tomorrow morning => instant~ 2026-03-19T09:00
tomorrow at 3pm => instant 2026-03-19T15:00
3pm tomorrow => instant 2026-03-19T15:00
tomorrow at 9 => instant 2026-03-19T09:00
tomorrow, at 5 => instant 2026-03-19T17:00
friday at noon => instant 2026-03-20T12:00
on friday night => instant~ 2026-03-20T23:00
friday at 7 in the evening => instant 2026-03-20T19:00
today at 8 => instant 2026-03-18T20:00
march 20th at 2:30 pm => instant 2026-03-20T14:30
next monday at 10am => instant 2026-03-23T10:00
last night => instant~ 2026-03-17T23:00
an hour ago => instant 2026-03-18T09:00
move it to 4 => time 16:00
change the taxi to 20 => number 20
25:70 => invalid time
at 24:30 => invalid time
from 3 to 5pm => window 15:00-17:00
between 2 and 4 => window 14:00-16:00
3-5pm => window 15:00-17:00
from 9 to 5 => window 09:00-17:00
from 11 to 1pm => window 11:00-13:00
9am to 5pm => window 09:00-17:00
from 10:00 to 11:30 => window 10:00-11:30
10:00-11:30 => window 10:00-11:30
from 10pm to 7am => window 22:00-07:00
tomorrow from 3 to 5 => date 2026-03-19; window 15:00-17:00
for an hour => duration 60
an hour => duration 60
half an hour => duration 30
for half an hour => duration 30
for an hour and a half => duration 90
two and a half hours => duration 150
1h30 => duration 90
1h 30m => duration 90
90 min => duration 90
45 minutes => duration 45
for 2 hours 15 minutes => duration 135
a couple of hours => duration 120
30-minute call => duration 30
2-hour meeting => duration 120
for 3 days => duration 4320
for a week => duration 10080
1.5 hours => duration 90
three quarters of an hour => duration 45
in half an hour => delay 30
in 20 minutes => delay 20
in an hour => delay 60
in 2 hours => delay 120
in an hour and a half => delay 90
in a couple of minutes => delay 2
20 minutes from now => delay 20
an hour later => shift 60
30 minutes earlier => shift -30
two hours later => shift 120
push back 15 min => shift 15
push it back an hour => shift 60
push the meeting by 30 minutes => shift 30
move it up 30 minutes => shift -30
bring it forward 15 minutes => shift -15
move the call by an hour => shift 60
a day later => shift 1440
this week => range 2026-03-16..2026-03-22
last week => range 2026-03-09..2026-03-15
next week => range 2026-03-23..2026-03-29
this month => range 2026-03-01..2026-03-31
last month => range 2026-02-01..2026-02-28
next month => range 2026-04-01..2026-04-30
this weekend => range 2026-03-21..2026-03-22
over the weekend => range 2026-03-21..2026-03-22
last weekend => range 2026-03-14..2026-03-15
in march => range 2026-03-01..2026-03-31
for january => range 2027-01-01..2027-01-31
<in january => range 2026-01-01..2026-01-31
in february 2025 => range 2025-02-01..2025-02-28
last 7 days => range 2026-03-12..2026-03-18
in the last two weeks => range 2026-03-05..2026-03-18
past month => range 2026-02-19..2026-03-18
next 3 days => range 2026-03-18..2026-03-20
this year => range 2026-01-01..2026-12-31
last year => range 2025-01-01..2025-12-31
in 2025 => range 2025-01-01..2025-12-31
q2 => range 2026-04-01..2026-06-30
<from march 1 to 15 => range 2026-03-01..2026-03-15
from april 1 to april 15 => range 2026-04-01..2026-04-15
april 1-15 => range 2026-04-01..2026-04-15
between april 5 and 10 => range 2026-04-05..2026-04-10
from friday to sunday => range 2026-03-20..2026-03-22
since the beginning of the year => range 2026-01-01..2026-03-18
from last month => range 2026-02-01..2026-02-28
every day => rrule FREQ=DAILY
daily at 9 => rrule FREQ=DAILY @09:00
every morning => rrule FREQ=DAILY @09:00
every morning at 8 => rrule FREQ=DAILY @08:00
every evening at 7 => rrule FREQ=DAILY @19:00
every weekday => rrule FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
on weekdays at 8:30 => rrule FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR @08:30
on weekends => rrule FREQ=WEEKLY;BYDAY=SA,SU
every monday => rrule FREQ=WEEKLY;BYDAY=MO
every monday at 10am => rrule FREQ=WEEKLY;BYDAY=MO @10:00
at 10am every monday => rrule FREQ=WEEKLY;BYDAY=MO @10:00
every mon, wed and fri => rrule FREQ=WEEKLY;BYDAY=MO,WE,FR
on tuesdays and thursdays => rrule FREQ=WEEKLY;BYDAY=TU,TH
mondays at 7pm => rrule FREQ=WEEKLY;BYDAY=MO @19:00
every other friday => rrule FREQ=WEEKLY;INTERVAL=2;BYDAY=FR
every other day => rrule FREQ=DAILY;INTERVAL=2
every two weeks => rrule FREQ=WEEKLY;INTERVAL=2
every 2 weeks on friday => rrule FREQ=WEEKLY;INTERVAL=2;BYDAY=FR
every first monday of the month => rrule FREQ=MONTHLY;BYDAY=1MO
monthly on the 5th => rrule FREQ=MONTHLY;BYMONTHDAY=5
on the 5th of every month => rrule FREQ=MONTHLY;BYMONTHDAY=5
every month on the 10th => rrule FREQ=MONTHLY;BYMONTHDAY=10
once a week => rrule FREQ=WEEKLY
once a year => rrule FREQ=YEARLY
every year on march 5 => rrule FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5
every 2 hours => rrule FREQ=HOURLY;INTERVAL=2
every half hour => rrule FREQ=MINUTELY;INTERVAL=30
every 15 minutes => rrule FREQ=MINUTELY;INTERVAL=15
every quarter => rrule FREQ=MONTHLY;INTERVAL=3
every monday through friday => rrule FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
twice a week => -
send the weekly report => -
a daily reminder => rrule FREQ=DAILY
mondays reminders => date 2026-03-23
iPhone 15 => number 15
room 305 => number 305
top 10 => number 10
5 apples => number 5
table for 4 => number 4
at 5 dollars => money 500 USD
open 24/7 => number 24; number 7
may i go => -
march forward => -
that one => -
one by one => -
a second coffee => -
$20 an hour => money 2000 USD
call +1 415 555 2671 now => -
ship v1.2.3.4 => -
a quick lunch => -
good morning => -
dentist tomorrow at 3pm for 45 minutes => instant 2026-03-19T15:00; duration 45
remind me in 20 minutes to turn off the oven => delay 20
not 890 but 980 => number 890; number 980
'; drop table users; -- => -
at half six => time 18:30
wake me up at 6:45 tomorrow => instant 2026-03-19T06:45
monday 9-5 => date 2026-03-23; window 09:00-17:00
9 to 11 tomorrow morning => window 09:00-11:00; date 2026-03-19
a week ago on tuesday => date 2026-03-10
next month on the 5th => date 2026-04-05
a free hour => duration 60
three more days => duration 4320
nxt week => range 2026-03-23..2026-03-29
i weigh 180 lbs => measure 180 lbs 81.6466266
on 26th => date 2026-03-26
the 24th, events => date 2026-03-24
the 2nd draft => -
for march 1st to 10th => range 2027-03-01..2027-03-10
<for march 1st to 10th => range 2026-03-01..2026-03-10
an hour and a quarter => duration 75
twenty spare minutes => duration 20
for a fortnight => duration 20160
<how expensive was february => range 2026-02-01..2026-02-28
spending for the year => range 2026-01-01..2026-12-31
by the end of the month => date 2026-03-31
since new year's => range 2026-01-01..2026-03-18
since january 1 => range 2026-01-01..2026-03-18
since january 1st => range 2026-01-01..2026-03-18
this month's events => range 2026-03-01..2026-03-31
next week's lectures => range 2026-03-23..2026-03-29
for the coming weekend => range 2026-03-21..2026-03-22
24th 4pm zoom => instant 2026-03-24T16:00
tomorrow 7 45 pm => instant 2026-03-19T19:45
events the week after next => range 2026-03-30..2026-04-05
the week of may 4 => range 2026-05-04..2026-05-10
how is my week => range 2026-03-16..2026-03-22
weekend events => range 2026-03-21..2026-03-22
skip the 21st for the car wash => date 2026-03-21
this monday => date 2026-03-23
<this monday => date 2026-03-16
next friday 6 till 8pm => date 2026-03-27; window 18:00-20:00
six dollars forty => money 640 USD
5 dollars 20 minutes ago => money 500 USD; instant 2026-03-18T09:40
put off the reminder by a week => shift 10080
snooze it a quarter hour => duration 15
june's reminders => range 2026-06-01..2026-06-30
the day after tomorrow's plans => date 2026-03-20
today four fifty for a latte => date 2026-03-18; number 4.5
<february expenses => range 2026-02-01..2026-02-28
may events => range 2026-05-01..2026-05-31
bp 120 over 80 => pair 120/80
squat 3x5 225 lb => sets 3x5 @102.06
the 24th and 25th => range 2026-03-24..2026-03-25
3 sets of 8 at 60 kg => sets 3x8 @60
bench 5x5 => sets 5x5
ran 3 miles => measure 3 miles 4828.032
half a liter of water => measure 0.5 liter 500
had a glass of water => measure 1 glass 250
2 cans of beans => measure 2 cans 2
sugar 95 mg/dl => measure 95 mg/dl 0.000095
`
