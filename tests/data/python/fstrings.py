f'', f'a', f'{a}', f'{a}{b}', f'a{b}c{d}e'
f'{{', f'}}', f'{{{a}}}', f'{{a}}'
f'{a!r}', f'{a!s:>10}', f'{a:{b}.{c}f}', f'{a:}', f'{a!a:{b!r}}'
f'{a=}', f'{a = }', f'{a=!s}', f'{a=:>3}', f'x{a + b = }y'
'a' f'{b}' 'c', f'{a}' 'b' f'c{d}', u'a' f'{b}'
rf'\d{a}\n', fr'{a}\{b}', f'\{a}', f'\n{a}\x41'
f'''{
    a  # a comment
}
{b:
}'''
f'{d['k']}', f"{f'{f"{a}"}'}", f'{", ".join(x for x in y)}'
f'{lambda_}', f'{(lambda x: x)(1)}', f'{a if b else c}', f'{(x := 1)}', f'{x:=10}', f'{a != b}', f'{a!=b}'
f'{yield_}', f'{*a, b}', f'{a, b}', f'{a:%Y-%m-%d}', f'{ {1: 2}[1] }'
f'{x:a{y}b{z}c}'
