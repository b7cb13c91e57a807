-- A mart small enough to check by eye: five counties of one prefecture, two years, one month.
-- Root 100 = dimension A (60: A1 40, A2 20) + dimension B (40: B1 40) + bonus.
INSERT INTO mart.catalogue VALUES ('demo', '示范目录', 'Demo catalogue');
INSERT INTO mart.region VALUES
 ('demo', '22',   '北山省',   'Beishan',  'province',   NULL,   '{}', 0),
 ('demo', '2201', '松江州',   'Songjiang','prefecture', '22',   '{}', 1),
 ('demo', '220101', '延河市', 'Yanhe',    'county',     '2201', '{}', 2),
 ('demo', '220102', '临溪县', 'Linxi',    'county',     '2201', '{}', 3),
 ('demo', '220103', '安岭县', 'Anling',   'county',     '2201', '{}', 4),
 ('demo', '220104', '长泉区', 'Changquan','county',     '2201', '{}', 5),
 ('demo', '220105', '新岗<b>县', 'Xingang', 'county',   '2201', '{}', 6);
INSERT INTO mart.element VALUES
 ('demo', 'VISITS', '图书馆到馆人次', 'Library visits', '人次', 'month', '省文化厅', '统计表', 0),
 ('demo', 'POP', '常住人口', 'Resident population', '人', 'year', '省统计局', '人口年报', 1);
INSERT INTO mart.scheme VALUES
 ('demo-2025', '2025.1', 'demo', '公共文化服务考核示范方案', 'Demo assessment of cultural services', 'county', 'abc123', 'made for tests'),
 ('other', '1', 'demo', '另一方案', 'Other scheme', 'county', 'def456', 'made for tests');
INSERT INTO mart.node VALUES
 ('demo-2025','2025.1','index',NULL,'index','综合指数','Index','','','','','','','',100,'','','','',0),
 ('demo-2025','2025.1','A','index','dimension','服务效能','Use of services','人们来了吗？','','','','','','',60,'','','','',1),
 ('demo-2025','2025.1','A1','A','indicator','人均到馆次数','Visits per resident','居民到图书馆来吗？','次/人','VISITS / POP','达到目标得100分，其余按比例','100 points at the target, in proportion below','higher-is-better','binding',40,'省文化厅','year','1.0','示范标准第3条',2),
 ('demo-2025','2025.1','A2','A','indicator','流动服务次数','Mobile services','服务送到村里了吗？','次','MOBILE','线性功效函数','Linear efficacy','higher-is-better','expected',20,'省文化厅','year','12','',3),
 ('demo-2025','2025.1','B','index','dimension','设施建设','Facilities','有地方去吗？','','','','','','',40,'','','','',4),
 ('demo-2025','2025.1','B1','B','indicator','馆舍达标率','Facilities up to standard','馆舍够用吗？','%','STD / ALL * 100','达到目标得100分','100 points at the target','higher-is-better','binding',40,'省住房和城乡建设厅','year','100','建标108-2008',5),
 ('demo-2025','2025.1','BON','index','bonus','示范区创建','Demonstration area','','','NAT','每获一项加2分','2 points each','higher-is-better','',0,'省文化厅','year','','',6);
INSERT INTO mart.run VALUES
 ('run-2024','demo-2025','2025.1','2024','year','2024-01-01','2024年','2025-02-01T00:00:00Z','synthetic','0.1',6,'2025-02-01T01:00:00Z','2025-02-01T01:00:05Z'),
 ('run-2025-old','demo-2025','2025.1','2025','year','2025-01-01','2025年','2026-01-15T00:00:00Z','synthetic','0.1',6,'2026-01-15T01:00:00Z','2026-01-15T01:00:05Z'),
 ('run-2025','demo-2025','2025.1','2025','year','2025-01-01','2025年','2026-02-01T00:00:00Z','synthetic','0.1',6,'2026-02-01T01:00:00Z','2026-02-01T01:00:05Z'),
 ('run-2025-12','demo-2025','2025.1','2025-12','month','2025-12-01','2025年12月','2026-01-10T00:00:00Z','synthetic','0.1',1,'2026-01-10T01:00:00Z','2026-01-10T01:00:05Z');
INSERT INTO mart.publication VALUES
 ('demo-2025','2024','run-2024','2025-02-02T00:00:00Z'),
 ('demo-2025','2025','run-2025','2026-02-02T00:00:00Z'),
 ('demo-2025','2025-12','run-2025-12','2026-01-11T00:00:00Z');
INSERT INTO mart.result VALUES
 ('run-2024','220101','unit','城市',84.11,84.11,1,'良好','good','良好','good','','',1,5,1,3),
 ('run-2024','220102','unit','农村',70.00,70.00,1,'合格','pass','合格','pass','','',3,5,1,2),
 ('run-2024','220103','unit','农村',71.00,71.00,1,'合格','pass','合格','pass','','',2,5,2,2),
 ('run-2024','220104','unit','城市',60.00,60.00,1,'合格','pass','合格','pass','','',4,5,2,3),
 ('run-2024','2201','parent','',70.00,70.00,1,'合格','pass','合格','pass','','',1,1,NULL,0),
 ('run-2025-old','220101','unit','城市',99.99,99.99,1,'优秀','excellent','优秀','excellent','','',1,1,1,1),
 ('run-2025','220101','unit','城市',86.42,86.42,1,'良好','good','优秀','excellent','约束性指标“人均到馆次数”未达标，等次最高为良好','Binding indicator missed: no better than good',1,4,1,2),
 ('run-2025','220102','unit','农村',74.50,74.5,0.8,'合格','pass','合格','pass','','',2,4,1,2),
 ('run-2025','220103','unit','农村',74.50,74.5,1,'合格','pass','合格','pass','','',2,4,1,2),
 ('run-2025','220104','unit','城市',40.00,40,0.6,'不合格','fail','不合格','fail','','',4,4,2,2),
 ('run-2025','220105','unit','城市',NULL,NULL,0,NULL,NULL,NULL,NULL,'','',NULL,4,NULL,2),
 ('run-2025','2201','parent','',72.10,72.1,0.9,'合格','pass','合格','pass','','',1,1,NULL,0),
 ('run-2025-12','220101','unit','城市',0.00,0,0.4,'不合格','fail','不合格','fail','','',1,1,1,1);
INSERT INTO mart.score VALUES
 ('run-2025','220101','index','scored',86.42,86.42,100,86.42,'',''),
 ('run-2025','220101','A','scored',81.0333333333,81.0333333333,60,48.62,'',''),
 ('run-2025','220101','A1','scored',0.91,91.05,40,36.42,'',''),
 ('run-2025','220101','A2','partial',7,61,20,12.2,'12个月中有3个月未报','3 of 12 months are missing'),
 ('run-2025','220101','B','scored',89.5,89.5,40,35.8,'',''),
 ('run-2025','220101','B1','scored',89.5,89.5,40,35.8,'',''),
 ('run-2025','220101','BON','scored',1,2,0,2,'',''),
 ('run-2025','220102','index','scored',74.5,74.5,100,74.5,'',''),
 ('run-2025','220102','A','scored',62.5,62.5,100,74.5,'',''),
 ('run-2025','220102','A1','scored',1.2,100,74.5,74.5,'',''),
 ('run-2025','220102','A2','missing',NULL,0,25.5,0,'未报，按0分计','Not reported: counts with 0 points'),
 ('run-2025','220102','B','not-applicable',NULL,NULL,0,0,'权重分给其余维度','Weight went to the other dimensions'),
 ('run-2025','220102','B1','not-applicable',NULL,NULL,0,0,'不适用，权重分给同级指标','Not applicable: weight went to its siblings'),
 ('run-2025','220102','BON','scored',0,0,0,0,'',''),
 ('run-2025','2201','index','scored',72.1,72.1,100,72.1,'',''),
 ('run-2025','2201','unit:220101','scored',86.42,86.42,50,43.21,'',''),
 ('run-2025','2201','unit:220102','scored',57.78,57.78,50,28.89,'',''),
 ('run-2025-12','220101','index','scored',0,0,100,0,'',''),
 ('run-2025-12','220101','A','scored',0,0,100,0,'',''),
 ('run-2025-12','220101','A1','scored',0,0,100,0,'','');
INSERT INTO mart.input VALUES
 ('run-2025','220101','A1','VISITS','2025-01','reported',910),
 ('run-2025','220101','A1','VISITS','2025-02','nil',NULL),
 ('run-2025','220101','A1','VISITS','2025-03','not-reported',NULL),
 ('run-2025','220101','A1','POP','2025','reported',1000);
INSERT INTO mart.submission VALUES
 ('demo','s1','hash1','延河市2025年1月.xlsx','forms','220101','2025-01','accepted','xlsx',3,3,0,0,'synthetic','2026-01-05T08:00:00Z'),
 ('demo','s2','hash2','人口.csv','forms',NULL,NULL,'partly-accepted','GB18030: no BOM',10,9,1,0,'synthetic','2026-01-06T08:00:00Z'),
 ('demo','s3','hash3','延河市2025年1月更正.xlsx','forms','220101','2025-01','accepted','xlsx',1,1,0,0,'synthetic','2026-03-01T08:00:00Z');
INSERT INTO mart.observation VALUES
 ('demo','220101','L1','延河市图书馆','2025-01','VISITS','reported',600,'s1','图书馆月报','C7','0.06万','synthetic','2026-01-05T08:00:00Z',NULL),
 ('demo','220101','L2','河东分馆','2025-01','VISITS','reported',310,'s1','图书馆月报','C8','310','synthetic','2026-01-05T08:00:00Z','2026-03-01T08:00:00Z'),
 ('demo','220101','L2','河东分馆','2025-01','VISITS','reported',999,'s3','图书馆月报','C8','999','synthetic','2026-03-01T08:00:00Z',NULL),
 ('demo','220101','L1','延河市图书馆','2025-02','VISITS','nil',NULL,'s1','图书馆月报','C9','无','synthetic','2026-01-05T08:00:00Z',NULL),
 ('demo','220101','','','2025','POP','reported',1000,'s2','','H2','1000','synthetic','2026-01-06T08:00:00Z',NULL);
