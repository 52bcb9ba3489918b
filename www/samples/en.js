/** An invented business report. */
export const en = `Harwick Marine lifts outlook as offshore orders climb 18%

By Dana Whitlock | Published March 14, 2025 7:45 a.m.

HARWICK — Harwick Marine Systems plc said on Thursday that its order book had grown 18% year on year to £2.4 billion, the largest in the company's 62-year history, as European utilities hurried to lock in capacity before 2030.

Revenue for the three months to December 31 rose to £418.6 million from £371.2 million a year earlier. Operating profit increased 9.5% to £52.3 million, while the margin slipped 0.4 percentage points to 12.5%.

"We now expect full-year revenue growth of between 11% and 13%, up from at least 8% in our November guidance," said Chief Executive Moira Castellan. The company will recruit about 1,200 engineers and technicians over the next two years, roughly a third of them at its yard in Port Ellery.

Financing and public support

The UK Infrastructure Bank agreed last month to lend the group £150 million over seven years. Northgate Savings Bank and Banque Lorraine will provide a further €90 million. The Department for Business and Trade said the package had cleared its review on 27 February.

Analysts at Calder & Finch raised their target price to 640p from 585p. "Steel costs fell 6% in the fourth quarter, and that is not yet in the numbers," they wrote on Friday.

Universities join the effort

Since 2021, Harwick has worked with the University of Ellery and the Institute of Marine Robotics on cable-inspection vehicles. The newest, tested in mid-2024, surveyed 340 km of seabed in 36 hours, more than twice the distance covered by its predecessor. A trial with Statkraft Nordsee GmbH begins in early April and is due to last ten weeks.

Not everyone is convinced. The Coastal Fisheries Alliance, which represents 3,800 boat owners, has asked the Marine Management Organisation to publish its assessment by the end of May. One in five of its members reported lower catches in 2024, according to a survey carried out every autumn.

Shares in Harwick closed at 512.5p on Wednesday, having gained 27% over the past 12 months. The FTSE Regional Index was down 0.3%.

Reporting by Dana Whitlock; editing by Sam Oyelaran

About Harwick Today
Harwick Today is an independent newsroom. Sign up for our daily briefing.

More in Business
Port Ellery approves second quay — March 12, 2025
Tidal power pilot wins £4m grant — March 10, 2025`;
