P = 'p'
revision, x = f'{P}_{1}', 2
down_revision = '%s_%d' % (P, 3)
depends_on = [*('a',), 'b'] + ['c']
if x:
    depends_on = f()
