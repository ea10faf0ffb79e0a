"""Small lists of every format; everybody on them is invented."""

from __future__ import annotations

from pathlib import Path

UN = """<?xml version="1.0" encoding="UTF-8"?>
<CONSOLIDATED_LIST dateGenerated="{date}T00:00:09.554Z"><INDIVIDUALS>
<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>QODRAT</FIRST_NAME><SECOND_NAME>VELMARZAI</SECOND_NAME>
<UN_LIST_TYPE>Taliban</UN_LIST_TYPE><REFERENCE_NUMBER>TAi.901</REFERENCE_NUMBER><LISTED_ON>2011-03-04</LISTED_ON>
<NAME_ORIGINAL_SCRIPT>قدرت ولمرزی</NAME_ORIGINAL_SCRIPT>
<COMMENTS1>Senior commander of the Sabz Network (TAe.902).</COMMENTS1><NATIONALITY><VALUE>Afghanistan</VALUE></NATIONALITY>
<LAST_DAY_UPDATED><VALUE>2013-05-06</VALUE><VALUE>2012-01-02</VALUE></LAST_DAY_UPDATED>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Kudratullah Welmarzai</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Doctor</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Mullah Qodratak</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1971</FROM_YEAR><TO_YEAR>1973</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
</INDIVIDUAL>{more}</INDIVIDUALS><ENTITIES>
<ENTITY><FIRST_NAME>SABZ NETWORK (SBN)</FIRST_NAME><UN_LIST_TYPE>Taliban</UN_LIST_TYPE>
<REFERENCE_NUMBER>TAe.902</REFERENCE_NUMBER><LISTED_ON>2012-11-05</LISTED_ON>
<ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>Green Circle of Velmar</ALIAS_NAME></ENTITY_ALIAS></ENTITY>
</ENTITIES></CONSOLIDATED_LIST>"""
LATER = """<INDIVIDUAL><FIRST_NAME>ORLAN</FIRST_NAME><SECOND_NAME>TESKENOV</SECOND_NAME><UN_LIST_TYPE>DRC</UN_LIST_TYPE>
<REFERENCE_NUMBER>CDi.903</REFERENCE_NUMBER><LISTED_ON>2020-06-01</LISTED_ON></INDIVIDUAL>"""

_EMPTY = '-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- '
OFAC = f"""101,"VELMAR SHIPPING CO.",-0- ,"IRAN] [IFSR",{_EMPTY},"Linked To: SABZ HOLDING."
102,"TESKENOV, Orlan","individual","SDGT",{_EMPTY},"DOB 25 Jan 1965; nationality Kazakhstan; a.k.a. 'THE CLERK'."
103,"SABZ STAR","vessel","IRAN",-0- ,"EQXX","Tanker",-0- ,-0- ,"Panama","VELMAR SHIPPING CO.","-0-"
\x1a"""
ALT = '102,7,"aka","TESKENOFF, O.",-0- \n'
ADD = '101,9,"Quay 4","Harrow","Panama",-0- \n'
OFAC_XML = """<?xml version="1.0"?><sdnList xmlns="https://example.org/sdn"><publshInformation><Publish_Date>02/27/2026</Publish_Date>
</publshInformation><sdnEntry><uid>102</uid><firstName>Orlan</firstName><lastName>TESKENOV</lastName><sdnType>Individual</sdnType>
<programList><program>SDGT</program></programList><akaList><aka><uid>7</uid><type>a.k.a.</type><category>weak</category>
<lastName>THE CLERK</lastName></aka></akaList><dateOfBirthList><dateOfBirthItem><dateOfBirth>25 Jan 1965</dateOfBirth>
</dateOfBirthItem></dateOfBirthList></sdnEntry></sdnList>"""

EU_XML = """<?xml version="1.0" encoding="UTF-8"?>
<export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2026-02-20T10:00:00.000+01:00" globalFileId="1">
<sanctionEntity designationDate="" unitedNationId="" euReferenceNumber="EU.901.1" logicalId="901">
<regulation regulationType="regulation" publicationDate="2014-03-17" programme="UKR" numberTitle="1/2014"/>
<regulation regulationType="amendment" publicationDate="2015-09-15" programme="UKR" numberTitle="2/2015"/>
<subjectType code="person" classificationCode="P"/>
<nameAlias firstName="Орлан" lastName="Тескенов" wholeName="Орлан Тескенов" strong="true"/>
<nameAlias firstName="Orlan" lastName="Teskenov" wholeName="Orlan Teskenov" strong="true"/>
<nameAlias wholeName="Orlik" strong="false"/>
<citizenship countryIso2Code="KZ" countryDescription="KAZAKHSTAN"/><birthdate birthdate="1965-01-25" year="1965"/>
</sanctionEntity></export>"""
EU_CSV = """fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_SubjectType;Entity_Regulation_PublicationDate;\
Entity_Regulation_Programme;NameAlias_WholeName;BirthDate_BirthDate;Citizenship_CountryDescription
20/02/2026;901;EU.901.1;P;2014-03-17;UKR;Orlan Teskenov;;
20/02/2026;901;EU.901.1;P;2014-03-17;UKR;Oran Teskenow;;
20/02/2026;901;EU.901.1;P;2014-03-17;UKR;;1965-01-25;KAZAKHSTAN
"""

UK_CSV = """Last Updated,20/02/2026
Name 6,Name 1,Name 2,Name 3,Name 4,Name 5,Title,Name Non-Latin Script,DOB,Nationality,Group Type,Alias Type,Alias Quality,Regime,\
Listed On,UK Sanctions List Date Designated,Last Updated,Group ID
TESKENOV,Orlan,,,,,Mr,Орлан Тескенов,25/01/1965,Kazakhstan,Individual,Primary name,,Russia,18/03/2014,,31/12/2020,9901
TESKENOFF,O.,,,,,,,,,Individual,AKA,Low quality,Russia,18/03/2014,,31/12/2020,9901
"""
OFSI_XML = """<?xml version="1.0"?><ArrayOfFinancialSanctionsTarget xmlns="http://schemas.hmtreasury.gov.uk/ofsi/consolidatedlist">
<FinancialSanctionsTarget><Name1>Orlan</Name1><name6>TESKENOV</name6><GroupTypeDescription>Individual</GroupTypeDescription>
<AliasTypeName>Primary name</AliasTypeName><RegimeName>Russia</RegimeName><DateListed>2014-03-18T00:00:00</DateListed>
<LastUpdated>2020-12-31T00:00:00</LastUpdated><GroupID>9901</GroupID></FinancialSanctionsTarget></ArrayOfFinancialSanctionsTarget>"""
UK_XML = """<?xml version="1.0"?><Designations><DateGenerated>20/02/2026</DateGenerated><Designation>
<LastUpdated>31/12/2020</LastUpdated><DateDesignated>18/03/2014</DateDesignated><UniqueID>RUS9901</UniqueID>
<Names><Name><Name1>Orlan</Name1><Name6>TESKENOV</Name6><NameType>Primary Name</NameType></Name>
<Name><Name6>Orlik</Name6><NameType>Alias</NameType><AliasStrength>Low quality a.k.a</AliasStrength></Name></Names>
<NonLatinNames><NonLatinName><NameNonLatinScript>Орлан Тескенов</NameNonLatinScript></NonLatinName></NonLatinNames>
<RegimeName>Russia</RegimeName><IndividualEntityShip>Individual</IndividualEntityShip><IndividualDetails><Individual>
<DOBs><DOB>25/01/1965</DOB></DOBs><Nationalities><Nationality>Kazakhstan</Nationality></Nationalities></Individual>
</IndividualDetails></Designation></Designations>"""

FTM = """{"id":"s-1","schema":"Sanction","properties":{"entity":["p-1"],"startDate":["2014-03-18"],"program":["Velmar"]}}
{"id":"p-1","caption":"Orlan Teskenov","schema":"Person","target":true,"properties":{"name":["Orlan Teskenov","Орлан Тескенов"],\
"weakAlias":["Orlik"],"birthDate":["1965-01-25"],"nationality":["kz"],"topics":["sanction"]}}
{"id":"a-1","caption":"Quay 4","schema":"Address","properties":{"full":["Quay 4"]}}
{"id":"p-2","caption":"Mira Haddad","schema":"Person","target":false,"properties":{"name":["Mira Haddad"]}}
"""
NESTED = """{"id":"p-1","caption":"Orlan Teskenov","schema":"Person","target":true,"properties":{"name":["Orlan Teskenov"],\
"sanctions":[{"id":"s-1","schema":"Sanction","properties":{"startDate":["2014-03-18"],"endDate":["2019-01-01"]}}]}}
"""
SIMPLE = """id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails,dataset,first_seen,last_seen
p-1,Person,Orlan Teskenov,Oran Teskenow;Orlik,1965-01-25,kz,,,Velmar list,,,Velmar,2023-01-01,2026-01-01
"""


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def un(folder: Path, date: str, more: str = "") -> Path:
    return write(folder, f"list-{date}.xml", UN.replace("{date}", date).replace("{more}", more))
