#include <asm/bitsperlong.h>
#if BITS_PER_LONG == 64
#define PTR .quad
#define ALGN .balign 8
#else
#define PTR .long
#define ALGN .balign 4
#endif
	.section .rodata, "a"
.globl kallsyms_offsets
	ALGN
kallsyms_offsets:
	.long	0xffffffff
	.long	0xffffffff
	.long	0xfffffc2f
	.long	0xfffffc1f
	.long	0xfffffbef
	.long	0xfffffbdf
	.long	0xfffffaaf
	.long	0xfffffa9f
	.long	0xfffffa6f
	.long	0xfffffa5f
	.long	0xfffff8af
	.long	0xfffff89f
	.long	0xfffff7af
	.long	0xfffff79f
	.long	0xfffff76f
	.long	0xfffff75f
	.long	0xfffff36f
	.long	0xfffff35f
	.long	0xfffff32f
	.long	0xfffff31f
	.long	0xfffff26f
	.long	0xfffff25f
	.long	0xfffff24f
	.long	0xfffff23f
	.long	0xfffff22f
	.long	0xfffff21f
	.long	0xfffff20f
	.long	0xfffff1ff
	.long	0xfffff1ef
	.long	0xfffff1df
	.long	0xfffff1cf
	.long	0xfffff1bf
	.long	0xfffff1af
	.long	0xfffff19f
	.long	0xfffff18f
	.long	0xfffff17f
	.long	0xfffff16f
	.long	0xfffff15f
	.long	0xfffff12f
	.long	0xfffff11f
	.long	0xfffff0ef
	.long	0xfffff0df
	.long	0xfffff0af
	.long	0xfffff09f
	.long	0xfffff06f
	.long	0xfffff05f
	.long	0xfffff01f
	.long	0xfffff00f
	.long	0xffffefff
	.long	0xffffefef
	.long	0xffffefdf
	.long	0xffffefbf
	.long	0xffffefaf
	.long	0xffffef9f
	.long	0xffffef7f
	.long	0xffffef6f
	.long	0xffffef4f
	.long	0xffffef3f
	.long	0xffffef2f
	.long	0xffffef1f
	.long	0xffffef0f
	.long	0xffffeeef
	.long	0xffffeedf
	.long	0xffffeecf
	.long	0xffffeebf
	.long	0xffffee9f
	.long	0xffffee8f
	.long	0xffffee7f
	.long	0xffffee6f
	.long	0xffffee5f

.globl kallsyms_relative_base
	ALGN
kallsyms_relative_base:
	PTR	_text + 0

.globl kallsyms_num_syms
	ALGN
kallsyms_num_syms:
	.long	70

.globl kallsyms_names
	ALGN
kallsyms_names:
	.byte 0x02, 0xb5, 0xb2
	.byte 0x02, 0x11, 0xb2
	.byte 0x01, 0x15
	.byte 0x01, 0x14
	.byte 0x01, 0x10
	.byte 0x01, 0x0f
	.byte 0x01, 0x02
	.byte 0x01, 0x01
	.byte 0x01, 0x0c
	.byte 0x01, 0x0b
	.byte 0x01, 0x13
	.byte 0x01, 0x12
	.byte 0x02, 0x54, 0xb6
	.byte 0x02, 0x74, 0xb6
	.byte 0x01, 0x0e
	.byte 0x01, 0x0d
	.byte 0x01, 0x06
	.byte 0x01, 0x05
	.byte 0x01, 0x08
	.byte 0x01, 0x07
	.byte 0x02, 0x54, 0xcb
	.byte 0x02, 0x74, 0xcb
	.byte 0x02, 0x41, 0xcb
	.byte 0x02, 0x61, 0xcb
	.byte 0x02, 0x54, 0xc0
	.byte 0x02, 0x74, 0xc0
	.byte 0x02, 0x41, 0xc0
	.byte 0x02, 0x61, 0xc0
	.byte 0x02, 0x54, 0xbf
	.byte 0x02, 0x74, 0xbf
	.byte 0x02, 0x41, 0xbf
	.byte 0x02, 0x61, 0xbf
	.byte 0x02, 0x54, 0xc3
	.byte 0x02, 0x74, 0xc3
	.byte 0x02, 0x41, 0xc3
	.byte 0x02, 0x61, 0xc3
	.byte 0x02, 0x54, 0xbb
	.byte 0x02, 0x74, 0xbb
	.byte 0x01, 0x00
	.byte 0x02, 0x74, 0xac
	.byte 0x02, 0x54, 0xb0
	.byte 0x02, 0x74, 0xb0
	.byte 0x01, 0x04
	.byte 0x01, 0x03
	.byte 0x01, 0x0a
	.byte 0x01, 0x09
	.byte 0x01, 0x1c
	.byte 0x01, 0x21
	.byte 0x01, 0x27
	.byte 0x01, 0x2f
	.byte 0x01, 0x3b
	.byte 0x01, 0x1b
	.byte 0x01, 0x20
	.byte 0x01, 0x26
	.byte 0x01, 0x29
	.byte 0x01, 0x2c
	.byte 0x01, 0x1a
	.byte 0x01, 0x1f
	.byte 0x01, 0x25
	.byte 0x01, 0x2b
	.byte 0x01, 0x3a
	.byte 0x01, 0x19
	.byte 0x01, 0x1d
	.byte 0x01, 0x22
	.byte 0x01, 0x28
	.byte 0x01, 0x2a
	.byte 0x01, 0x38
	.byte 0x01, 0x18
	.byte 0x01, 0x16
	.byte 0x02, 0x17, 0xb2

.globl kallsyms_markers
	ALGN
kallsyms_markers:
	.long	0

.globl kallsyms_token_table
	ALGN
kallsyms_token_table:
	.asciz	"Tfoo_compiled.123"
	.asciz	"t__pi_$x"
	.asciz	"T__pi_$x"
	.asciz	"t__mod_device_table__x"
	.asciz	"T__mod_device_table__x"
	.asciz	"tkallsyms_seqs_of_names"
	.asciz	"Tkallsyms_seqs_of_names"
	.asciz	"tkallsyms_lookup"
	.asciz	"Tkallsyms_lookup"
	.asciz	"tplain"
	.asciz	"Tplain"
	.asciz	"t__pi_func"
	.asciz	"T__pi_func"
	.asciz	"tfoo_veneer2"
	.asciz	"Tfoo_veneer2"
	.asciz	"t__kstrtabns_foo"
	.asciz	"T__kstrtabns_foo"
	.asciz	"T_s"
	.asciz	"t__kcfi_typeid_foo"
	.asciz	"T__kcfi_typeid_foo"
	.asciz	"t__kstrtab_foo"
	.asciz	"T__kstrtab_foo"
	.asciz	"?type_3f"
	.asciz	"T_e"
	.asciz	"-type_2d"
	.asciz	"ptype_70"
	.asciz	"btype_62"
	.asciz	"Rtype_52"
	.asciz	"Btype_42"
	.asciz	"rtype_72"
	.asciz	"-type_2"
	.asciz	"ctype_63"
	.asciz	"Stype_53"
	.asciz	"Ctype_43"
	.asciz	"stype_73"
	.asciz	"?type_3"
	.asciz	"$"
	.asciz	"dtype_64"
	.asciz	"Ttype_54"
	.asciz	"Dtype_44"
	.asciz	"ttype_74"
	.asciz	"Vtype_56"
	.asciz	"vtype_76"
	.asciz	"gtype_67"
	.asciz	"Wtype_57"
	.asciz	"-"
	.asciz	"."
	.asciz	"Gtype_47"
	.asciz	"0"
	.asciz	"1"
	.asciz	"2"
	.asciz	"3"
	.asciz	"4"
	.asciz	"5"
	.asciz	"6"
	.asciz	"7"
	.asciz	"wtype_77"
	.asciz	"9"
	.asciz	"itype_69"
	.asciz	"Itype_49"
	.asciz	"type_49"
	.asciz	"type_69"
	.asciz	"type_77"
	.asciz	"?"
	.asciz	"type_47"
	.asciz	"A"
	.asciz	"B"
	.asciz	"C"
	.asciz	"D"
	.asciz	"type_57"
	.asciz	"type_67"
	.asciz	"G"
	.asciz	"type_76"
	.asciz	"I"
	.asciz	"type_56"
	.asciz	"type_74"
	.asciz	"L"
	.asciz	"type_44"
	.asciz	"type_54"
	.asciz	"type_64"
	.asciz	"type_3"
	.asciz	"type_73"
	.asciz	"R"
	.asciz	"S"
	.asciz	"T"
	.asciz	"type_43"
	.asciz	"V"
	.asciz	"W"
	.asciz	"type_53"
	.asciz	"type_63"
	.asciz	"type_2"
	.asciz	"type_72"
	.asciz	"type_42"
	.asciz	"type_52"
	.asciz	"type_62"
	.asciz	"_"
	.asciz	"type_70"
	.asciz	"a"
	.asciz	"b"
	.asciz	"c"
	.asciz	"d"
	.asciz	"e"
	.asciz	"f"
	.asciz	"g"
	.asciz	"__kstrtab_foo"
	.asciz	"i"
	.asciz	"__kcfi_typeid_foo"
	.asciz	"k"
	.asciz	"l"
	.asciz	"m"
	.asciz	"n"
	.asciz	"o"
	.asciz	"p"
	.asciz	"q"
	.asciz	"r"
	.asciz	"s"
	.asciz	"t"
	.asciz	"u"
	.asciz	"v"
	.asciz	"w"
	.asciz	"x"
	.asciz	"y"
	.asciz	"__kstrtabns_foo"
	.asciz	"__kstrtabns_"
	.asciz	"__kcfi_typeid_"
	.asciz	"foo_veneer2"
	.asciz	"__pi_func"
	.asciz	"__kcfi_typei"
	.asciz	"i_typei"
	.asciz	"plain"
	.asciz	"kallsyms_lookup"
	.asciz	"ookup"
	.asciz	"kallsyms_seqs_of_names"
	.asciz	"seqs_of_names"
	.asciz	"s_of_names"
	.asciz	"f_names"
	.asciz	"__mod_device_table__x"
	.asciz	"d_device_table__x"
	.asciz	"vice_table__x"
	.asciz	"e_table__x"
	.asciz	"table__x"
	.asciz	"le__x"
	.asciz	"__x"
	.asciz	"__pi_$x"
	.asciz	"__pi_fu"
	.asciz	"ames"
	.asciz	"seq"
	.asciz	"up"
	.asciz	"s_o"
	.asciz	"__mo"
	.asciz	"__kstrtabn"
	.asciz	"f_n"
	.asciz	"lain"
	.asciz	"__m"
	.asciz	"kallsyms_l"
	.asciz	"ook"
	.asciz	"lai"
	.asciz	"typei"
	.asciz	"__pi_f"
	.asciz	"__kcf"
	.asciz	"type"
	.asciz	"ame"
	.asciz	"d_de"
	.asciz	"se"
	.asciz	"d_d"
	.asciz	"__kc"
	.asciz	"vic"
	.asciz	"nc"
	.asciz	"la"
	.asciz	"__kstrtab_"
	.asciz	"i_"
	.asciz	"f_"
	.asciz	"foo_compiled.123"
	.asciz	"veneer2"
	.asciz	"foo_compiled.12"
	.asciz	"foo_compiled.1"
	.asciz	"L0"
	.asciz	"__pi_$"
	.asciz	"text"
	.asciz	"xt"
	.asciz	"te"
	.asciz	"T_"
	.asciz	"veneer"
	.asciz	"neer"
	.asciz	"kallsyms_"
	.asciz	"__kstrtab"
	.asciz	"trtab"
	.asciz	"foo_compiled."
	.asciz	"piled."
	.asciz	"led."
	.asciz	"__pi_"
	.asciz	"__kernel_syscall_via_epc"
	.asciz	"__kernel_syscall_via_break"
	.asciz	"foo_com"
	.asciz	"kallsym"
	.asciz	"__kernel_sigtramp"
	.asciz	"igtramp"
	.asciz	"tramp"
	.asciz	"kalls"
	.asciz	"__ks"
	.asciz	"alls"
	.asciz	"__kernel_syscall_via_br"
	.asciz	"amp"
	.asciz	"__gp"
	.asciz	"ym"
	.asciz	"om"
	.asciz	"all"
	.asciz	"eak"
	.asciz	"__g"
	.asciz	"ig"
	.asciz	"__kernel_syscall_via_e"
	.asciz	"ve"
	.asciz	"foo_c"
	.asciz	"pc"
	.asciz	"__kernel_syscall_via_b"
	.asciz	"ea"
	.asciz	"pi_"
	.asciz	"d_"
	.asciz	"d."
	.asciz	"type_6"
	.asciz	"type_5"
	.asciz	"type_4"
	.asciz	"am"
	.asciz	"le"
	.asciz	"tab"
	.asciz	"ta"
	.asciz	"foo_"
	.asciz	"type_7"
	.asciz	"__kernel_syscall_via_"
	.asciz	"all_via_"
	.asciz	"l_via_"
	.asciz	"via_"
	.asciz	"__kernel_sysc"
	.asciz	"__kernel_sy"
	.asciz	"tr"
	.asciz	"pi"
	.asciz	"sc"
	.asciz	"s_"
	.asciz	"a_"
	.asciz	"vi"
	.asciz	"foo"
	.asciz	"__kernel_s"
	.asciz	"ernel_s"
	.asciz	"nel_s"
	.asciz	"l_s"
	.asciz	"al"
	.asciz	"oo"
	.asciz	"er"
	.asciz	"ne"
	.asciz	"__k"
	.asciz	"l_"
	.asciz	"type_"
	.asciz	"typ"
	.asciz	"yp"
	.asciz	"e_"
	.asciz	"__"

.globl kallsyms_token_index
	ALGN
kallsyms_token_index:
	.short	0
	.short	18
	.short	27
	.short	36
	.short	59
	.short	82
	.short	106
	.short	130
	.short	147
	.short	164
	.short	171
	.short	178
	.short	189
	.short	200
	.short	213
	.short	226
	.short	243
	.short	260
	.short	264
	.short	283
	.short	302
	.short	317
	.short	332
	.short	341
	.short	345
	.short	354
	.short	363
	.short	372
	.short	381
	.short	390
	.short	399
	.short	407
	.short	416
	.short	425
	.short	434
	.short	443
	.short	451
	.short	453
	.short	462
	.short	471
	.short	480
	.short	489
	.short	498
	.short	507
	.short	516
	.short	525
	.short	527
	.short	529
	.short	538
	.short	540
	.short	542
	.short	544
	.short	546
	.short	548
	.short	550
	.short	552
	.short	554
	.short	563
	.short	565
	.short	574
	.short	583
	.short	591
	.short	599
	.short	607
	.short	609
	.short	617
	.short	619
	.short	621
	.short	623
	.short	625
	.short	633
	.short	641
	.short	643
	.short	651
	.short	653
	.short	661
	.short	669
	.short	671
	.short	679
	.short	687
	.short	695
	.short	702
	.short	710
	.short	712
	.short	714
	.short	716
	.short	724
	.short	726
	.short	728
	.short	736
	.short	744
	.short	751
	.short	759
	.short	767
	.short	775
	.short	783
	.short	785
	.short	793
	.short	795
	.short	797
	.short	799
	.short	801
	.short	803
	.short	805
	.short	807
	.short	821
	.short	823
	.short	841
	.short	843
	.short	845
	.short	847
	.short	849
	.short	851
	.short	853
	.short	855
	.short	857
	.short	859
	.short	861
	.short	863
	.short	865
	.short	867
	.short	869
	.short	871
	.short	887
	.short	900
	.short	915
	.short	927
	.short	937
	.short	950
	.short	958
	.short	964
	.short	980
	.short	986
	.short	1009
	.short	1023
	.short	1034
	.short	1042
	.short	1064
	.short	1082
	.short	1096
	.short	1107
	.short	1116
	.short	1122
	.short	1126
	.short	1134
	.short	1142
	.short	1147
	.short	1151
	.short	1154
	.short	1158
	.short	1163
	.short	1174
	.short	1178
	.short	1183
	.short	1187
	.short	1198
	.short	1202
	.short	1206
	.short	1212
	.short	1219
	.short	1225
	.short	1230
	.short	1234
	.short	1239
	.short	1242
	.short	1246
	.short	1251
	.short	1255
	.short	1258
	.short	1261
	.short	1272
	.short	1275
	.short	1278
	.short	1295
	.short	1303
	.short	1319
	.short	1334
	.short	1337
	.short	1344
	.short	1349
	.short	1352
	.short	1355
	.short	1358
	.short	1365
	.short	1370
	.short	1380
	.short	1390
	.short	1396
	.short	1410
	.short	1417
	.short	1422
	.short	1428
	.short	1453
	.short	1480
	.short	1488
	.short	1496
	.short	1514
	.short	1522
	.short	1528
	.short	1534
	.short	1539
	.short	1544
	.short	1568
	.short	1572
	.short	1577
	.short	1580
	.short	1583
	.short	1587
	.short	1591
	.short	1595
	.short	1598
	.short	1621
	.short	1624
	.short	1630
	.short	1633
	.short	1656
	.short	1659
	.short	1663
	.short	1666
	.short	1669
	.short	1676
	.short	1683
	.short	1690
	.short	1693
	.short	1696
	.short	1700
	.short	1703
	.short	1708
	.short	1715
	.short	1737
	.short	1746
	.short	1753
	.short	1758
	.short	1772
	.short	1784
	.short	1787
	.short	1790
	.short	1793
	.short	1796
	.short	1799
	.short	1802
	.short	1806
	.short	1817
	.short	1825
	.short	1831
	.short	1835
	.short	1838
	.short	1841
	.short	1844
	.short	1847
	.short	1851
	.short	1854
	.short	1860
	.short	1864
	.short	1867
	.short	1870

