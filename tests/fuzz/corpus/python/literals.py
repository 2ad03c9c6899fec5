"""Module docstring."""
0, 00, 1_000, 0xDead_beef, 0o17, 0b1010, 123456789012345678901234567890, 0xFFFFFFFFFFFFFFFFFFFF
1.0, .5, 5., 1e10, 1E-7, 1_0.0_1, 1e16, 1e15, 123456.789e3, 1e400, 5e-324, 0.0001, 0.00001
1j, 0.5J, 1e3j
'a' "b" 'c', u'd', u'e' 'f', 'g' u'h'
'\n\t\\\'\"\a\b\f\v\r\0\07\101\x41\u00e9\U0001F600\d\
continued'
r'\n', R"\'", b'\x00\n\101\d', rb'\x', Rb"a" bR'b', b''
'''triple
"quoted" 'text' '''
"\ud83d\ude00", "\udc80", "\777"
True, False, None, Ellipsis
'é', 'it\'s', "it's", 'say "it\'s"', '\x7f\xa0\xad\u200b\u3000'
