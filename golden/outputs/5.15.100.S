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
	.long	0xfffffdaf
	.long	0xfffffd9f
	.long	0xfffffd6f
	.long	0xfffffd5f
	.long	0xfffffcef
	.long	0xfffffcdf
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
	.long	76

.globl kallsyms_names
	ALGN
kallsyms_names:
	.byte 0x02, 0xb2, 0xaf
	.byte 0x02, 0x03, 0xaf
	.byte 0x01, 0xae
	.byte 0x01, 0xad
	.byte 0x02, 0xae, 0xd7
	.byte 0x02, 0xad, 0xd7
	.byte 0x01, 0x09
	.byte 0x01, 0x0a
	.byte 0x01, 0x10
	.byte 0x01, 0x0f
	.byte 0x01, 0x0c
	.byte 0x01, 0x0b
	.byte 0x02, 0x54, 0x8b
	.byte 0x02, 0x74, 0x8b
	.byte 0x01, 0x02
	.byte 0x01, 0x01
	.byte 0x01, 0x0e
	.byte 0x01, 0x0d
	.byte 0x02, 0x54, 0xb3
	.byte 0x02, 0x74, 0xb3
	.byte 0x01, 0x05
	.byte 0x01, 0x04
	.byte 0x02, 0x54, 0x80
	.byte 0x02, 0x74, 0x80
	.byte 0x02, 0x54, 0x7e
	.byte 0x02, 0x74, 0x7e
	.byte 0x02, 0x54, 0xc8
	.byte 0x02, 0x74, 0xc8
	.byte 0x02, 0x41, 0xc8
	.byte 0x02, 0x61, 0xc8
	.byte 0x02, 0x54, 0xbd
	.byte 0x02, 0x74, 0xbd
	.byte 0x02, 0x41, 0xbd
	.byte 0x02, 0x61, 0xbd
	.byte 0x02, 0x54, 0xbc
	.byte 0x02, 0x74, 0xbc
	.byte 0x02, 0x41, 0xbc
	.byte 0x02, 0x61, 0xbc
	.byte 0x02, 0x54, 0xc0
	.byte 0x02, 0x74, 0xc0
	.byte 0x02, 0x41, 0xc0
	.byte 0x02, 0x61, 0xc0
	.byte 0x01, 0x5e
	.byte 0x01, 0x5d
	.byte 0x02, 0x5e, 0xd7
	.byte 0x02, 0x5d, 0xd7
	.byte 0x02, 0x54, 0xaa
	.byte 0x02, 0x74, 0xaa
	.byte 0x02, 0x54, 0x84
	.byte 0x02, 0x74, 0x84
	.byte 0x01, 0x00
	.byte 0x02, 0x74, 0x7d
	.byte 0x01, 0x14
	.byte 0x01, 0x19
	.byte 0x01, 0x1e
	.byte 0x01, 0x2a
	.byte 0x01, 0x22
	.byte 0x01, 0x13
	.byte 0x01, 0x18
	.byte 0x01, 0x1d
	.byte 0x01, 0x20
	.byte 0x01, 0x2c
	.byte 0x01, 0x12
	.byte 0x01, 0x17
	.byte 0x01, 0x1c
	.byte 0x01, 0x27
	.byte 0x01, 0x25
	.byte 0x01, 0x11
	.byte 0x01, 0x15
	.byte 0x01, 0x1a
	.byte 0x01, 0x1f
	.byte 0x01, 0x21
	.byte 0x01, 0x28
	.byte 0x01, 0x08
	.byte 0x01, 0x06
	.byte 0x02, 0x07, 0xaf

.globl kallsyms_markers
	ALGN
kallsyms_markers:
	.long	0

.globl kallsyms_token_table
	ALGN
kallsyms_token_table:
	.asciz	"Tplain"
	.asciz	"t__pi_func"
	.asciz	"T__pi_func"
	.asciz	"T_s"
	.asciz	"tfoo_veneer2"
	.asciz	"Tfoo_veneer2"
	.asciz	"?type_3f"
	.asciz	"T_e"
	.asciz	"-type_2d"
	.asciz	"T.LBB0_1"
	.asciz	"t.LBB0_1"
	.asciz	"t__kstrtabns_foo"
	.asciz	"T__kstrtabns_foo"
	.asciz	"t__kcfi_typeid_foo"
	.asciz	"T__kcfi_typeid_foo"
	.asciz	"t__kstrtab_foo"
	.asciz	"T__kstrtab_foo"
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
	.asciz	"dtype_64"
	.asciz	"Ttype_54"
	.asciz	"Dtype_44"
	.asciz	"ttype_74"
	.asciz	"Vtype_56"
	.asciz	"vtype_76"
	.asciz	"Itype_49"
	.asciz	"type_49"
	.asciz	"$"
	.asciz	"itype_69"
	.asciz	"type_69"
	.asciz	"gtype_67"
	.asciz	"wtype_77"
	.asciz	"type_77"
	.asciz	"Gtype_47"
	.asciz	"type_47"
	.asciz	"Wtype_57"
	.asciz	"-"
	.asciz	"."
	.asciz	"type_57"
	.asciz	"0"
	.asciz	"1"
	.asciz	"2"
	.asciz	"3"
	.asciz	"4"
	.asciz	"5"
	.asciz	"6"
	.asciz	"7"
	.asciz	"type_67"
	.asciz	"9"
	.asciz	"type_76"
	.asciz	"type_56"
	.asciz	"type_74"
	.asciz	"type_44"
	.asciz	"type_54"
	.asciz	"?"
	.asciz	"type_64"
	.asciz	"A"
	.asciz	"B"
	.asciz	"C"
	.asciz	"D"
	.asciz	"type_3"
	.asciz	"type_73"
	.asciz	"G"
	.asciz	"type_43"
	.asciz	"I"
	.asciz	"type_53"
	.asciz	"type_63"
	.asciz	"L"
	.asciz	"type_2"
	.asciz	"type_72"
	.asciz	"type_42"
	.asciz	"type_52"
	.asciz	"type_62"
	.asciz	"R"
	.asciz	"S"
	.asciz	"T"
	.asciz	"type_70"
	.asciz	"V"
	.asciz	"W"
	.asciz	"__kstrtab_foo"
	.asciz	"__kcfi_typeid_foo"
	.asciz	"__kstrtabns_foo"
	.asciz	"__kstrtabns_"
	.asciz	"__kcfi_typeid_"
	.asciz	"tfoo_compiled."
	.asciz	"Tfoo_compiled."
	.asciz	"_"
	.asciz	"BB0_1"
	.asciz	"a"
	.asciz	"b"
	.asciz	"c"
	.asciz	"d"
	.asciz	"e"
	.asciz	"f"
	.asciz	"g"
	.asciz	"B0_1"
	.asciz	"i"
	.asciz	"foo_veneer2"
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
	.asciz	"veneer2"
	.asciz	"_1"
	.asciz	"L0"
	.asciz	"B0"
	.asciz	"__pi_$"
	.asciz	"t.L"
	.asciz	"T.L"
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
	.asciz	"123"
	.asciz	"12"
	.asciz	"d."
	.asciz	"type_6"
	.asciz	"type_5"
	.asciz	"type_4"
	.asciz	"am"
	.asciz	"le"
	.asciz	"tab"
	.asciz	"ta"
	.asciz	"foo_"
	.asciz	".L"
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
	.short	7
	.short	18
	.short	29
	.short	33
	.short	46
	.short	59
	.short	68
	.short	72
	.short	81
	.short	90
	.short	99
	.short	116
	.short	133
	.short	152
	.short	171
	.short	186
	.short	201
	.short	210
	.short	219
	.short	228
	.short	237
	.short	246
	.short	254
	.short	263
	.short	272
	.short	281
	.short	290
	.short	298
	.short	307
	.short	316
	.short	325
	.short	334
	.short	343
	.short	352
	.short	361
	.short	369
	.short	371
	.short	380
	.short	388
	.short	397
	.short	406
	.short	414
	.short	423
	.short	431
	.short	440
	.short	442
	.short	444
	.short	452
	.short	454
	.short	456
	.short	458
	.short	460
	.short	462
	.short	464
	.short	466
	.short	468
	.short	476
	.short	478
	.short	486
	.short	494
	.short	502
	.short	510
	.short	518
	.short	520
	.short	528
	.short	530
	.short	532
	.short	534
	.short	536
	.short	543
	.short	551
	.short	553
	.short	561
	.short	563
	.short	571
	.short	579
	.short	581
	.short	588
	.short	596
	.short	604
	.short	612
	.short	620
	.short	622
	.short	624
	.short	626
	.short	634
	.short	636
	.short	638
	.short	652
	.short	670
	.short	686
	.short	699
	.short	714
	.short	729
	.short	744
	.short	746
	.short	752
	.short	754
	.short	756
	.short	758
	.short	760
	.short	762
	.short	764
	.short	766
	.short	771
	.short	773
	.short	785
	.short	787
	.short	789
	.short	791
	.short	793
	.short	795
	.short	797
	.short	799
	.short	801
	.short	803
	.short	805
	.short	807
	.short	809
	.short	811
	.short	813
	.short	815
	.short	825
	.short	838
	.short	846
	.short	852
	.short	868
	.short	874
	.short	897
	.short	911
	.short	922
	.short	930
	.short	952
	.short	970
	.short	984
	.short	995
	.short	1004
	.short	1010
	.short	1014
	.short	1022
	.short	1030
	.short	1035
	.short	1039
	.short	1042
	.short	1046
	.short	1051
	.short	1062
	.short	1066
	.short	1071
	.short	1075
	.short	1086
	.short	1090
	.short	1094
	.short	1100
	.short	1107
	.short	1113
	.short	1118
	.short	1122
	.short	1127
	.short	1130
	.short	1134
	.short	1139
	.short	1143
	.short	1146
	.short	1149
	.short	1160
	.short	1163
	.short	1166
	.short	1174
	.short	1177
	.short	1180
	.short	1183
	.short	1190
	.short	1194
	.short	1198
	.short	1203
	.short	1206
	.short	1209
	.short	1212
	.short	1219
	.short	1224
	.short	1234
	.short	1244
	.short	1250
	.short	1264
	.short	1271
	.short	1276
	.short	1282
	.short	1307
	.short	1334
	.short	1342
	.short	1350
	.short	1368
	.short	1376
	.short	1382
	.short	1388
	.short	1393
	.short	1398
	.short	1422
	.short	1426
	.short	1431
	.short	1434
	.short	1437
	.short	1441
	.short	1445
	.short	1449
	.short	1452
	.short	1475
	.short	1478
	.short	1484
	.short	1487
	.short	1510
	.short	1513
	.short	1517
	.short	1520
	.short	1524
	.short	1527
	.short	1530
	.short	1537
	.short	1544
	.short	1551
	.short	1554
	.short	1557
	.short	1561
	.short	1564
	.short	1569
	.short	1572
	.short	1579
	.short	1601
	.short	1610
	.short	1617
	.short	1622
	.short	1636
	.short	1648
	.short	1651
	.short	1654
	.short	1657
	.short	1660
	.short	1663
	.short	1666
	.short	1670
	.short	1681
	.short	1689
	.short	1695
	.short	1699
	.short	1702
	.short	1705
	.short	1708
	.short	1711
	.short	1715
	.short	1718
	.short	1724
	.short	1728
	.short	1731
	.short	1734

