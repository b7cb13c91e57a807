-- Two dimensions, three indicators and a bonus; three counties, two of them with the same score.
--   north 80 x 50% + 60 x 30% + 90   x 20% + 1.5 = 77.50   rank 1
--   south 80 x 50% + 60 x 30% + 97.5 x 20%       = 77.50   rank 1
--   west  100 x 62.5% + missing x 37.5%, third indicator not applicable = 62.50   rank 3
INSERT INTO mart.catalogue VALUES ('demo', '演示目录', 'Demonstration');
INSERT INTO mart.region VALUES
    ('demo', 'top', '全省', 'Province', 'province', NULL, '{}', 0),
    ('demo', 'north', '北县', 'North', 'county', 'top', '{}', 1),
    ('demo', 'south', '南县', 'South', 'county', 'top', '{}', 2),
    ('demo', 'west', '西县', 'West', 'county', 'top', '{}', 3);
INSERT INTO mart.scheme VALUES ('demo-2026', '1', 'demo', '演示方案', 'Demonstration scheme', 'county', 'hash', 'test');
INSERT INTO mart.node
SELECT 'demo-2026', '1', code, parent, kind, zh, code, '', '', '', '', '', '', '', weight, '', 'month', '', '', sort
FROM (VALUES
    ('index', NULL, 'index', '指数', 100, 0),
    ('service', 'index', 'dimension', '服务', 80, 1),
    ('visits', 'service', 'indicator', '到馆人次', 50, 2),
    ('loans', 'service', 'indicator', '外借册次', 30, 3),
    ('digital', 'index', 'dimension', '数字化', 20, 4),
    ('online', 'digital', 'indicator', '线上服务', 20, 5),
    ('bonus', 'index', 'bonus', '创新加分', 0, 6)) AS n (code, parent, kind, zh, weight, sort);
INSERT INTO mart.run VALUES ('run-1', 'demo-2026', '1', '2026-10', 'month', '2026-10-01', '2026年10月',
    '2026-11-01T00:00:00Z', 'synthetic', 'test', 3, '2026-11-01T00:00:00Z', '2026-11-01T00:01:00Z');
INSERT INTO mart.publication VALUES ('demo-2026', '2026-10', 'run-1', '2026-11-02T00:00:00Z');
INSERT INTO mart.result VALUES
    ('run-1', 'north', 'unit', '', 77.50, 77.5, 1, '良', 'good', '良', 'good', '', '', 1, 3, 1, 3),
    ('run-1', 'south', 'unit', '', 77.50, 77.5, 1, '良', 'good', '良', 'good', '', '', 1, 3, 1, 3),
    ('run-1', 'west', 'unit', '', 62.50, 62.5, 0.625, '中', 'fair', '中', 'fair', '', '', 3, 3, 3, 3);
INSERT INTO mart.score
SELECT 'run-1', region, node, status, NULL, points, weight, contribution, '', ''
FROM (VALUES
    ('north', 'index', 'scored', 77.5, 100, 77.5),
    ('north', 'service', 'scored', 72.5, 80, 58),
    ('north', 'visits', 'scored', 80, 50, 40),
    ('north', 'loans', 'scored', 60, 30, 18),
    ('north', 'digital', 'scored', 90, 20, 18),
    ('north', 'online', 'scored', 90, 20, 18),
    ('north', 'bonus', 'scored', 1.5, 0, 1.5),
    ('south', 'index', 'scored', 77.5, 100, 77.5),
    ('south', 'service', 'scored', 72.5, 80, 58),
    ('south', 'visits', 'scored', 80, 50, 40),
    ('south', 'loans', 'scored', 60, 30, 18),
    ('south', 'digital', 'scored', 97.5, 20, 19.5),
    ('south', 'online', 'scored', 97.5, 20, 19.5),
    ('south', 'bonus', 'not-applicable', NULL, 0, 0),
    ('west', 'index', 'partial', 62.5, 100, 62.5),
    ('west', 'service', 'partial', 62.5, 100, 62.5),
    ('west', 'visits', 'scored', 100, 62.5, 62.5),
    ('west', 'loans', 'missing', 0, 37.5, 0),
    ('west', 'digital', 'not-applicable', NULL, 0, 0),
    ('west', 'online', 'not-applicable', NULL, 0, 0),
    ('west', 'bonus', 'not-applicable', NULL, 0, 0)) AS s (region, node, status, points, weight, contribution);
INSERT INTO mart.input VALUES ('run-1', 'north', 'visits', 'library-visits', '2026-10', 'reported', 1200);
