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
	.long	0xffffffef
	.long	0xffffffdf
	.long	0xffffffaf
	.long	0xffffff9f
	.long	0xffffff6f
	.long	0xffffff5f
	.long	0xffffff2f
	.long	0xffffff1f
	.long	0xfffffeef
	.long	0xfffffedf
	.long	0xfffffeaf
	.long	0xfffffe9f
	.long	0xfffffe6f
	.long	0xfffffe5f
	.long	0xfffffe2f
	.long	0xfffffe1f
	.long	0xfffffdef
	.long	0xfffffddf
	.long	0xfffffdaf
	.long	0xfffffd9f
	.long	0xfffffd6f
	.long	0xfffffd5f
	.long	0xfffffd2f
	.long	0xfffffd1f
	.long	0xfffffcef
	.long	0xfffffcdf
	.long	0xfffffcaf
	.long	0xfffffc9f
	.long	0xfffffc6f
	.long	0xfffffc5f
	.long	0xfffffc2f
	.long	0xfffffc1f
	.long	0xfffffbef
	.long	0xfffffbdf
	.long	0xfffffaef
	.long	0xfffffadf
	.long	0xfffffaaf
	.long	0xfffffa9f
	.long	0xfffffa6f
	.long	0xfffffa5f
	.long	0xfffff86f
	.long	0xfffff85f
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
	.long	102

.globl kallsyms_names
	ALGN
kallsyms_names:
	.byte 0x02, 0xa2, 0x9f
	.byte 0x03, 0xa2, 0x73, 0x9f
	.byte 0x02, 0xed, 0x61
	.byte 0x02, 0xec, 0x61
	.byte 0x02, 0xed, 0x64
	.byte 0x02, 0xec, 0x64
	.byte 0x02, 0xed, 0x74
	.byte 0x02, 0xec, 0x74
	.byte 0x02, 0xed, 0x78
	.byte 0x02, 0xec, 0x78
	.byte 0x01, 0x16
	.byte 0x01, 0x17
	.byte 0x02, 0xed, 0x98
	.byte 0x02, 0xec, 0x98
	.byte 0x01, 0x12
	.byte 0x01, 0x13
	.byte 0x01, 0x1c
	.byte 0x01, 0x1d
	.byte 0x01, 0xed
	.byte 0x01, 0xec
	.byte 0x01, 0xa6
	.byte 0x01, 0xa5
	.byte 0x02, 0xa6, 0xde
	.byte 0x02, 0xa5, 0xde
	.byte 0x01, 0x14
	.byte 0x01, 0x15
	.byte 0x02, 0xa6, 0x38
	.byte 0x02, 0xa5, 0x38
	.byte 0x02, 0x2a, 0xf5
	.byte 0x02, 0x2b, 0xf5
	.byte 0x01, 0x2a
	.byte 0x01, 0x2b
	.byte 0x01, 0x1b
	.byte 0x01, 0x1a
	.byte 0x01, 0x19
	.byte 0x01, 0x18
	.byte 0x01, 0x0f
	.byte 0x01, 0x0e
	.byte 0x02, 0xd6, 0x7b
	.byte 0x02, 0xd5, 0x7b
	.byte 0x01, 0x0c
	.byte 0x01, 0x0d
	.byte 0x02, 0x54, 0x4f
	.byte 0x02, 0x74, 0x4f
	.byte 0x02, 0x54, 0xa3
	.byte 0x02, 0x74, 0xa3
	.byte 0x02, 0x54, 0x3b
	.byte 0x02, 0x74, 0x3b
	.byte 0x02, 0x54, 0x46
	.byte 0x02, 0x74, 0x46
	.byte 0x02, 0x54, 0x40
	.byte 0x02, 0x74, 0x40
	.byte 0x02, 0xd6, 0xc0
	.byte 0x02, 0xd5, 0xc0
	.byte 0x01, 0x11
	.byte 0x01, 0x10
	.byte 0x02, 0x54, 0xb2
	.byte 0x02, 0x74, 0xb2
	.byte 0x02, 0x41, 0xb2
	.byte 0x02, 0x61, 0xb2
	.byte 0x02, 0x54, 0xaf
	.byte 0x02, 0x74, 0xaf
	.byte 0x02, 0x41, 0xaf
	.byte 0x02, 0x61, 0xaf
	.byte 0x02, 0x54, 0xb6
	.byte 0x02, 0x74, 0xb6
	.byte 0x02, 0x41, 0xb6
	.byte 0x02, 0x61, 0xb6
	.byte 0x01, 0x2f
	.byte 0x01, 0x2c
	.byte 0x02, 0x2f, 0xde
	.byte 0x02, 0x2c, 0xde
	.byte 0x02, 0x54, 0x9a
	.byte 0x02, 0x74, 0x9a
	.byte 0x02, 0xd6, 0x5a
	.byte 0x02, 0xd5, 0x5a
	.byte 0x02, 0x54, 0x3e
	.byte 0x02, 0x74, 0x3e
	.byte 0x01, 0x04
	.byte 0x03, 0x43, 0xd4, 0x33
	.byte 0x03, 0x44, 0xd4, 0x34
	.byte 0x03, 0x47, 0xd4, 0x37
	.byte 0x03, 0x49, 0xd4, 0x39
	.byte 0x01, 0x06
	.byte 0x03, 0x53, 0xd3, 0x33
	.byte 0x03, 0x54, 0xd3, 0x34
	.byte 0x03, 0x56, 0xd3, 0x36
	.byte 0x03, 0x57, 0xd3, 0x37
	.byte 0x01, 0x08
	.byte 0x03, 0x63, 0xd2, 0x33
	.byte 0x03, 0x64, 0xd2, 0x34
	.byte 0x03, 0x67, 0xd2, 0x37
	.byte 0x03, 0x69, 0xd2, 0x39
	.byte 0x01, 0x0a
	.byte 0x01, 0x02
	.byte 0x03, 0x73, 0xdd, 0x33
	.byte 0x03, 0x74, 0xdd, 0x34
	.byte 0x03, 0x76, 0xdd, 0x36
	.byte 0x03, 0x77, 0xdd, 0x37
	.byte 0x02, 0x00, 0x64
	.byte 0x04, 0x3f, 0xfb, 0x33, 0x66
	.byte 0x03, 0xa2, 0x65, 0x9f

.globl kallsyms_markers
	ALGN
kallsyms_markers:
	.long	0

.globl kallsyms_token_table
	ALGN
kallsyms_token_table:
	.asciz	"-type_2"
	.asciz	"type_2"
	.asciz	"rtype_72"
	.asciz	"type_72"
	.asciz	"Btype_42"
	.asciz	"type_42"
	.asciz	"Rtype_52"
	.asciz	"type_52"
	.asciz	"btype_62"
	.asciz	"type_62"
	.asciz	"ptype_70"
	.asciz	"type_70"
	.asciz	"T__pi_func"
	.asciz	"t__pi_func"
	.asciz	"t__kvm_nvhe_func"
	.asciz	"T__kvm_nvhe_func"
	.asciz	"a__gp"
	.asciz	"A__gp"
	.asciz	"T$L123"
	.asciz	"t$L123"
	.asciz	"T.LASANPC12"
	.asciz	"t.LASANPC12"
	.asciz	"T$d.12"
	.asciz	"t$d.12"
	.asciz	"t__kstrtabns_foo"
	.asciz	"T__kstrtabns_foo"
	.asciz	"t__kstrtab_foo"
	.asciz	"T__kstrtab_foo"
	.asciz	"T$x.foo"
	.asciz	"t$x.foo"
	.asciz	"x.foo"
	.asciz	"__kstrtab_foo"
	.asciz	"__kstrtabns_foo"
	.asciz	"d.12"
	.asciz	"ASANPC12"
	.asciz	"__kstrtabns_"
	.asciz	"$"
	.asciz	"L123"
	.asciz	"__gp"
	.asciz	"__kvm_nvhe_func"
	.asciz	"e_func"
	.asciz	"pi_func"
	.asciz	"T__crc_"
	.asciz	"t__crc_"
	.asciz	"tfoo_compiled."
	.asciz	"-"
	.asciz	"."
	.asciz	"Tfoo_compiled."
	.asciz	"0"
	.asciz	"1"
	.asciz	"2"
	.asciz	"3"
	.asciz	"4"
	.asciz	"5"
	.asciz	"6"
	.asciz	"7"
	.asciz	"BB0_1"
	.asciz	"9"
	.asciz	"B0_1"
	.asciz	"foo_veneer2"
	.asciz	"ASANPC"
	.asciz	"ASAN"
	.asciz	"plain"
	.asciz	"?"
	.asciz	"kallsyms_lookup"
	.asciz	"A"
	.asciz	"B"
	.asciz	"C"
	.asciz	"D"
	.asciz	"ookup"
	.asciz	"kallsyms_seqs_of_names"
	.asciz	"G"
	.asciz	"seqs_of_names"
	.asciz	"I"
	.asciz	"s_of_names"
	.asciz	"of_names"
	.asciz	"L"
	.asciz	"_names"
	.asciz	"N"
	.asciz	"__kvm_nvhe___kcfi_typeid_x"
	.asciz	"P"
	.asciz	"___kcfi_typeid_x"
	.asciz	"R"
	.asciz	"S"
	.asciz	"T"
	.asciz	"kcfi_typeid_x"
	.asciz	"V"
	.asciz	"W"
	.asciz	"i_typeid_x"
	.asciz	"typeid_x"
	.asciz	"mod_device_table__x"
	.asciz	"d_device_table__x"
	.asciz	"vice_table__x"
	.asciz	"e_table__x"
	.asciz	"table__x"
	.asciz	"_"
	.asciz	"le__x"
	.asciz	"a"
	.asciz	"b"
	.asciz	"c"
	.asciz	"d"
	.asciz	"e"
	.asciz	"f"
	.asciz	"g"
	.asciz	"h"
	.asciz	"i"
	.asciz	"__x"
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
	.asciz	"d_x"
	.asciz	"pi_$x"
	.asciz	"ames"
	.asciz	"seq"
	.asciz	"up"
	.asciz	"mo"
	.asciz	"__kstrtabn"
	.asciz	"lain"
	.asciz	"kallsyms_l"
	.asciz	"ook"
	.asciz	"lai"
	.asciz	"typei"
	.asciz	"kcf"
	.asciz	"of"
	.asciz	"type"
	.asciz	"ame"
	.asciz	"__kvm_nvhe"
	.asciz	"d_de"
	.asciz	"se"
	.asciz	"d_d"
	.asciz	"vic"
	.asciz	"kc"
	.asciz	"la"
	.asciz	"___"
	.asciz	"__kstrtab_"
	.asciz	"i_"
	.asciz	"SAN"
	.asciz	"PC"
	.asciz	"SA"
	.asciz	"veneer2"
	.asciz	"a.1"
	.asciz	"_1"
	.asciz	"L0"
	.asciz	"B0"
	.asciz	"x."
	.asciz	"a."
	.asciz	"pi_$"
	.asciz	"text"
	.asciz	"xt"
	.asciz	"te"
	.asciz	"T_"
	.asciz	"veneer"
	.asciz	"neer"
	.asciz	"t.L"
	.asciz	"T.L"
	.asciz	"kallsyms_"
	.asciz	"foo_compiled."
	.asciz	"__kstrtab"
	.asciz	"trtab"
	.asciz	"foo_compile"
	.asciz	"pile"
	.asciz	"crc_"
	.asciz	"func"
	.asciz	"__kernel_syscall_via_epc"
	.asciz	"__kvm_nvh"
	.asciz	"_nvh"
	.asciz	"__kernel_syscall_via_break"
	.asciz	"foo_com"
	.asciz	"__kvm"
	.asciz	"kallsym"
	.asciz	"__kernel_sigtramp"
	.asciz	"igtramp"
	.asciz	"tramp"
	.asciz	"kalls"
	.asciz	"fu"
	.asciz	"__ks"
	.asciz	"alls"
	.asciz	"__kernel_syscall_via_br"
	.asciz	"cr"
	.asciz	"amp"
	.asciz	"gp"
	.asciz	"ym"
	.asciz	"vm"
	.asciz	"om"
	.asciz	"all"
	.asciz	"eak"
	.asciz	"vh"
	.asciz	"ig"
	.asciz	"__kernel_syscall_via_e"
	.asciz	"ve"
	.asciz	"foo_c"
	.asciz	"pc"
	.asciz	"nc"
	.asciz	"__kernel_syscall_via_b"
	.asciz	"ea"
	.asciz	"pi_"
	.asciz	"d_"
	.asciz	"c_"
	.asciz	"type_6"
	.asciz	"type_5"
	.asciz	"type_4"
	.asciz	"t__"
	.asciz	"T__"
	.asciz	"_n"
	.asciz	"am"
	.asciz	"le"
	.asciz	"tab"
	.asciz	"ta"
	.asciz	"foo_"
	.asciz	"type_7"
	.asciz	"123"
	.asciz	"d."
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
	.asciz	".L"
	.asciz	"t$"
	.asciz	"T$"
	.asciz	"vi"
	.asciz	"12"
	.asciz	"__kernel_s"
	.asciz	"ernel_s"
	.asciz	"nel_s"
	.asciz	"l_s"
	.asciz	"al"
	.asciz	"foo"
	.asciz	"er"
	.asciz	"oo"
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
	.short	8
	.short	15
	.short	24
	.short	32
	.short	41
	.short	49
	.short	58
	.short	66
	.short	75
	.short	83
	.short	92
	.short	100
	.short	111
	.short	122
	.short	139
	.short	156
	.short	162
	.short	168
	.short	175
	.short	182
	.short	194
	.short	206
	.short	213
	.short	220
	.short	237
	.short	254
	.short	269
	.short	284
	.short	292
	.short	300
	.short	306
	.short	320
	.short	336
	.short	341
	.short	350
	.short	363
	.short	365
	.short	370
	.short	375
	.short	391
	.short	398
	.short	406
	.short	414
	.short	422
	.short	437
	.short	439
	.short	441
	.short	456
	.short	458
	.short	460
	.short	462
	.short	464
	.short	466
	.short	468
	.short	470
	.short	472
	.short	478
	.short	480
	.short	485
	.short	497
	.short	504
	.short	509
	.short	515
	.short	517
	.short	533
	.short	535
	.short	537
	.short	539
	.short	541
	.short	547
	.short	570
	.short	572
	.short	586
	.short	588
	.short	599
	.short	608
	.short	610
	.short	617
	.short	619
	.short	646
	.short	648
	.short	665
	.short	667
	.short	669
	.short	671
	.short	685
	.short	687
	.short	689
	.short	700
	.short	709
	.short	729
	.short	747
	.short	761
	.short	772
	.short	781
	.short	783
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
	.short	811
	.short	813
	.short	815
	.short	817
	.short	819
	.short	821
	.short	823
	.short	825
	.short	827
	.short	829
	.short	831
	.short	833
	.short	835
	.short	837
	.short	839
	.short	841
	.short	845
	.short	851
	.short	856
	.short	860
	.short	863
	.short	866
	.short	877
	.short	882
	.short	893
	.short	897
	.short	901
	.short	907
	.short	911
	.short	914
	.short	919
	.short	923
	.short	934
	.short	939
	.short	942
	.short	946
	.short	950
	.short	953
	.short	956
	.short	960
	.short	971
	.short	974
	.short	978
	.short	981
	.short	984
	.short	992
	.short	996
	.short	999
	.short	1002
	.short	1005
	.short	1008
	.short	1011
	.short	1016
	.short	1021
	.short	1024
	.short	1027
	.short	1030
	.short	1037
	.short	1042
	.short	1046
	.short	1050
	.short	1060
	.short	1074
	.short	1084
	.short	1090
	.short	1102
	.short	1107
	.short	1112
	.short	1117
	.short	1142
	.short	1152
	.short	1157
	.short	1184
	.short	1192
	.short	1198
	.short	1206
	.short	1224
	.short	1232
	.short	1238
	.short	1244
	.short	1247
	.short	1252
	.short	1257
	.short	1281
	.short	1284
	.short	1288
	.short	1291
	.short	1294
	.short	1297
	.short	1300
	.short	1304
	.short	1308
	.short	1311
	.short	1314
	.short	1337
	.short	1340
	.short	1346
	.short	1349
	.short	1352
	.short	1375
	.short	1378
	.short	1382
	.short	1385
	.short	1388
	.short	1395
	.short	1402
	.short	1409
	.short	1413
	.short	1417
	.short	1420
	.short	1423
	.short	1426
	.short	1430
	.short	1433
	.short	1438
	.short	1445
	.short	1449
	.short	1452
	.short	1474
	.short	1483
	.short	1490
	.short	1495
	.short	1509
	.short	1521
	.short	1524
	.short	1527
	.short	1530
	.short	1533
	.short	1536
	.short	1539
	.short	1542
	.short	1545
	.short	1548
	.short	1551
	.short	1562
	.short	1570
	.short	1576
	.short	1580
	.short	1583
	.short	1587
	.short	1590
	.short	1593
	.short	1596
	.short	1600
	.short	1603
	.short	1609
	.short	1613
	.short	1616
	.short	1619

