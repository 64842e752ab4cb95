	.section .rodata, "a"
.globl kallsyms_num_syms
	.balign 4
kallsyms_num_syms:
	.long	162

.globl kallsyms_names
	.balign 4
kallsyms_names:
	.byte 0x02, 0xad, 0x1f	/* T_text */
	.byte 0x03, 0xad, 0xb7, 0x22	/* T_stext */
	.byte 0x02, 0xd4, 0x61	/* T$a */
	.byte 0x02, 0xd3, 0x61	/* t$a */
	.byte 0x02, 0xd4, 0x64	/* T$d */
	.byte 0x02, 0xd3, 0x64	/* t$d */
	.byte 0x02, 0xd4, 0x74	/* T$t */
	.byte 0x02, 0xd3, 0x74	/* t$t */
	.byte 0x02, 0xd4, 0x78	/* T$x */
	.byte 0x02, 0xd3, 0x78	/* t$x */
	.byte 0x03, 0xd4, 0xb6, 0xdc	/* T$d.12 */
	.byte 0x03, 0xd3, 0xb6, 0xdc	/* t$d.12 */
	.byte 0x02, 0xd4, 0x01	/* T$a.1 */
	.byte 0x02, 0xd3, 0x01	/* t$a.1 */
	.byte 0x03, 0xd4, 0x4c, 0xb4	/* T$L123 */
	.byte 0x03, 0xd3, 0x4c, 0xb4	/* t$L123 */
	.byte 0x03, 0xd4, 0x0e, 0xfd	/* T$x.foo */
	.byte 0x03, 0xd3, 0x0e, 0xfd	/* t$x.foo */
	.byte 0x01, 0xd4	/* T$ */
	.byte 0x01, 0xd3	/* t$ */
	.byte 0x01, 0x28	/* T.L */
	.byte 0x01, 0x27	/* t.L */
	.byte 0x02, 0x28, 0xb4	/* T.L123 */
	.byte 0x02, 0x27, 0xb4	/* t.L123 */
	.byte 0x07, 0x28, 0xae, 0x41, 0x4e, 0x50, 0x43, 0xdc	/* T.LASANPC12 */
	.byte 0x07, 0x27, 0xae, 0x41, 0x4e, 0x50, 0x43, 0xdc	/* t.LASANPC12 */
	.byte 0x03, 0x28, 0x03, 0x00	/* T.LBB0_1 */
	.byte 0x03, 0x27, 0x03, 0x00	/* t.LBB0_1 */
	.byte 0x03, 0xea, 0x51, 0xed	/* T__crc_foo */
	.byte 0x03, 0xe9, 0x51, 0xed	/* t__crc_foo */
	.byte 0x03, 0xea, 0x51, 0x5f	/* T__crc_ */
	.byte 0x03, 0xe9, 0x51, 0x5f	/* t__crc_ */
	.byte 0x02, 0x11, 0xed	/* T__kstrtab_foo */
	.byte 0x02, 0x10, 0xed	/* t__kstrtab_foo */
	.byte 0x04, 0x11, 0x6e, 0xf4, 0xfd	/* T__kstrtabns_foo */
	.byte 0x04, 0x10, 0x6e, 0xf4, 0xfd	/* t__kstrtabns_foo */
	.byte 0x0d, 0xea, 0x65, 0x66, 0x69, 0xb7, 0x75, 0x62, 0x5f, 0xac, 0x6d, 0x63, 0x70, 0x79	/* T__efistub_memcpy */
	.byte 0x0d, 0xe9, 0x65, 0x66, 0x69, 0xb7, 0x75, 0x62, 0x5f, 0xac, 0x6d, 0x63, 0x70, 0x79	/* t__efistub_memcpy */
	.byte 0x03, 0x21, 0x24, 0x64	/* T__kvm_nvhe_$d */
	.byte 0x03, 0x20, 0x24, 0x64	/* t__kvm_nvhe_$d */
	.byte 0x03, 0x21, 0xdb, 0x78	/* T__kvm_nvhe_.Lx */
	.byte 0x03, 0x20, 0xdb, 0x78	/* t__kvm_nvhe_.Lx */
	.byte 0x02, 0x21, 0x58	/* T__kvm_nvhe_func */
	.byte 0x02, 0x20, 0x58	/* t__kvm_nvhe_func */
	.byte 0x03, 0xea, 0x1e, 0x78	/* T__pi_$x */
	.byte 0x03, 0xe9, 0x1e, 0x78	/* t__pi_$x */
	.byte 0x03, 0xea, 0x2b, 0x58	/* T__pi_func */
	.byte 0x03, 0xe9, 0x2b, 0x58	/* t__pi_func */
	.byte 0x0c, 0xea, 0x41, 0x41, 0x72, 0xd9, 0x36, 0x34, 0x41, 0x44, 0x52, 0x50, 0xdd	/* T__AArch64ADRPThunk_foo */
	.byte 0x0c, 0xe9, 0x41, 0x41, 0x72, 0xd9, 0x36, 0x34, 0x41, 0x44, 0x52, 0x50, 0xdd	/* t__AArch64ADRPThunk_foo */
	.byte 0x05, 0xea, 0x46, 0x56, 0x35, 0xa7	/* T__ARMV5PILongThunk_foo */
	.byte 0x05, 0xe9, 0x46, 0x56, 0x35, 0xa7	/* t__ARMV5PILongThunk_foo */
	.byte 0x03, 0xea, 0x46, 0x3e	/* T__ARMV7PILongThunk_foo */
	.byte 0x03, 0xe9, 0x46, 0x3e	/* t__ARMV7PILongThunk_foo */
	.byte 0x04, 0xea, 0xe8, 0x4b, 0x3e	/* T__ThumbV7PILongThunk_foo */
	.byte 0x04, 0xe9, 0xe8, 0x4b, 0x3e	/* t__ThumbV7PILongThunk_foo */
	.byte 0x02, 0xea, 0x26	/* T__LA25Thunk_foo */
	.byte 0x02, 0xe9, 0x26	/* t__LA25Thunk_foo */
	.byte 0x02, 0xea, 0x1b	/* T__microLA25Thunk_foo */
	.byte 0x02, 0xe9, 0x1b	/* t__microLA25Thunk_foo */
	.byte 0x05, 0x54, 0xf6, 0x5a, 0x64, 0xed	/* T__kcfi_typeid_foo */
	.byte 0x05, 0x74, 0xf6, 0x5a, 0x64, 0xed	/* t__kcfi_typeid_foo */
	.byte 0x09, 0x54, 0xc0, 0x65, 0xff, 0x5f, 0x6b, 0x5a, 0x9b, 0x78	/* T__kvm_nvhe___kcfi_typeid_x */
	.byte 0x09, 0x74, 0xc0, 0x65, 0xff, 0x5f, 0x6b, 0x5a, 0x9b, 0x78	/* t__kvm_nvhe___kcfi_typeid_x */
	.byte 0x02, 0x54, 0x3d	/* Tfoo_veneer */
	.byte 0x02, 0x74, 0x3d	/* tfoo_veneer */
	.byte 0x02, 0x54, 0xaa	/* T_veneer */
	.byte 0x02, 0x74, 0xaa	/* t_veneer */
	.byte 0x03, 0x54, 0x76, 0xb8	/* Tveneer */
	.byte 0x03, 0x74, 0x76, 0xb8	/* tveneer */
	.byte 0x03, 0x54, 0x3d, 0x32	/* Tfoo_veneer2 */
	.byte 0x03, 0x74, 0x3d, 0x32	/* tfoo_veneer2 */
	.byte 0x03, 0xea, 0xd0, 0x60	/* T__foo_from_arm */
	.byte 0x03, 0xe9, 0xd0, 0x60	/* t__foo_from_arm */
	.byte 0x06, 0xea, 0xd0, 0xa6, 0x74, 0x68, 0x4b	/* T__foo_from_thumb */
	.byte 0x06, 0xe9, 0xd0, 0xa6, 0x74, 0x68, 0x4b	/* t__foo_from_thumb */
	.byte 0x02, 0xad, 0x60	/* T_from_arm */
	.byte 0x02, 0x23, 0x60	/* t_from_arm */
	.byte 0x02, 0x54, 0x19	/* Tfoo.long_branch.bar */
	.byte 0x02, 0x74, 0x19	/* tfoo.long_branch.bar */
	.byte 0x02, 0x54, 0x17	/* Tfoo.plt_branch.bar */
	.byte 0x02, 0x74, 0x17	/* tfoo.plt_branch.bar */
	.byte 0x04, 0x54, 0x12, 0xba, 0x78	/* T00000001.long_branch.x */
	.byte 0x04, 0x74, 0x12, 0xba, 0x78	/* t00000001.long_branch.x */
	.byte 0x04, 0x54, 0x2e, 0x7c, 0xba	/* T.plt_branch. */
	.byte 0x04, 0x74, 0x2e, 0x7c, 0xba	/* t.plt_branch. */
	.byte 0x08, 0xd6, 0x61, 0x64, 0x64, 0xca, 0x73, 0xc9, 0x73	/* Tkallsyms_addresses */
	.byte 0x08, 0xd5, 0x61, 0x64, 0x64, 0xca, 0x73, 0xc9, 0x73	/* tkallsyms_addresses */
	.byte 0x06, 0xd6, 0x8a, 0x66, 0xc9, 0x74, 0x73	/* Tkallsyms_offsets */
	.byte 0x06, 0xd5, 0x8a, 0x66, 0xc9, 0x74, 0x73	/* tkallsyms_offsets */
	.byte 0x0b, 0xd6, 0xca, 0x6c, 0x61, 0x74, 0x69, 0x76, 0xfc, 0x62, 0x61, 0xc9	/* Tkallsyms_relative_base */
	.byte 0x0b, 0xd5, 0xca, 0x6c, 0x61, 0x74, 0x69, 0x76, 0xfc, 0x62, 0x61, 0xc9	/* tkallsyms_relative_base */
	.byte 0x06, 0xd6, 0x6e, 0x75, 0xec, 0xf3, 0x73	/* Tkallsyms_num_syms */
	.byte 0x06, 0xd5, 0x6e, 0x75, 0xec, 0xf3, 0x73	/* tkallsyms_num_syms */
	.byte 0x02, 0xd6, 0x7a	/* Tkallsyms_names */
	.byte 0x02, 0xd5, 0x7a	/* tkallsyms_names */
	.byte 0x06, 0xd6, 0x6d, 0xd8, 0x6b, 0xf2, 0x73	/* Tkallsyms_markers */
	.byte 0x06, 0xd5, 0x6d, 0xd8, 0x6b, 0xf2, 0x73	/* tkallsyms_markers */
	.byte 0x02, 0xd6, 0x0d	/* Tkallsyms_token_table */
	.byte 0x02, 0xd5, 0x0d	/* tkallsyms_token_table */
	.byte 0x05, 0xd6, 0x48, 0x84, 0x64, 0xa3	/* Tkallsyms_token_index */
	.byte 0x05, 0xd5, 0x48, 0x84, 0x64, 0xa3	/* tkallsyms_token_index */
	.byte 0x07, 0xd6, 0xc9, 0x71, 0xf4, 0x8a, 0x5f, 0x7a	/* Tkallsyms_seqs_of_names */
	.byte 0x07, 0xd5, 0xc9, 0x71, 0xf4, 0x8a, 0x5f, 0x7a	/* tkallsyms_seqs_of_names */
	.byte 0x06, 0xd6, 0x6c, 0xfe, 0x6b, 0x75, 0x70	/* Tkallsyms_lookup */
	.byte 0x06, 0xd5, 0x6c, 0xfe, 0x6b, 0x75, 0x70	/* tkallsyms_lookup */
	.byte 0x04, 0xad, 0x9e, 0x41, 0x4a	/* T_SDA_BASE_ */
	.byte 0x04, 0x23, 0x9e, 0x41, 0x4a	/* t_SDA_BASE_ */
	.byte 0x04, 0xad, 0x9e, 0xb5, 0x4a	/* T_SDA2_BASE_ */
	.byte 0x04, 0x23, 0x9e, 0xb5, 0x4a	/* t_SDA2_BASE_ */
	.byte 0x02, 0xea, 0x81	/* T__gp */
	.byte 0x02, 0xe9, 0x81	/* t__gp */
	.byte 0x03, 0x41, 0xff, 0x81	/* A__gp */
	.byte 0x03, 0x61, 0xff, 0x81	/* a__gp */
	.byte 0x02, 0x54, 0x5d	/* T__kernel_syscall_via_break */
	.byte 0x02, 0x74, 0x5d	/* t__kernel_syscall_via_break */
	.byte 0x02, 0x41, 0x5d	/* A__kernel_syscall_via_break */
	.byte 0x02, 0x61, 0x5d	/* a__kernel_syscall_via_break */
	.byte 0x02, 0x54, 0x4f	/* T__kernel_syscall_via_epc */
	.byte 0x02, 0x74, 0x4f	/* t__kernel_syscall_via_epc */
	.byte 0x02, 0x41, 0x4f	/* A__kernel_syscall_via_epc */
	.byte 0x02, 0x61, 0x4f	/* a__kernel_syscall_via_epc */
	.byte 0x02, 0x54, 0x38	/* T__kernel_sigtramp */
	.byte 0x02, 0x74, 0x38	/* t__kernel_sigtramp */
	.byte 0x02, 0x41, 0x38	/* A__kernel_sigtramp */
	.byte 0x02, 0x61, 0x38	/* a__kernel_sigtramp */
	.byte 0x02, 0x54, 0x3b	/* Tfoo_compiled. */
	.byte 0x02, 0x74, 0x3b	/* tfoo_compiled. */
	.byte 0x03, 0x54, 0x3b, 0xb4	/* Tfoo_compiled.123 */
	.byte 0x03, 0x74, 0x3b, 0xb4	/* tfoo_compiled.123 */
	.byte 0x02, 0x54, 0x02	/* TL0 */
	.byte 0x02, 0x74, 0x02	/* tL0 */
	.byte 0x04, 0xea, 0x05, 0xff, 0x78	/* T__mod_device_table__x */
	.byte 0x04, 0xe9, 0x05, 0xff, 0x78	/* t__mod_device_table__x */
	.byte 0x04, 0x54, 0xab, 0x61, 0x84	/* Tplain */
	.byte 0x04, 0x74, 0xab, 0x61, 0x84	/* tplain */
	.byte 0x03, 0x42, 0xb3, 0x32	/* Btype_42 */
	.byte 0x03, 0x43, 0xb3, 0x33	/* Ctype_43 */
	.byte 0x03, 0x44, 0xb3, 0x34	/* Dtype_44 */
	.byte 0x03, 0x47, 0xb3, 0x37	/* Gtype_47 */
	.byte 0x03, 0x49, 0xb3, 0x39	/* Itype_49 */
	.byte 0x03, 0x4e, 0xb3, 0x65	/* Ntype_4e */
	.byte 0x03, 0x52, 0xb2, 0x32	/* Rtype_52 */
	.byte 0x03, 0x53, 0xb2, 0x33	/* Stype_53 */
	.byte 0x03, 0x54, 0xb2, 0x34	/* Ttype_54 */
	.byte 0x03, 0x55, 0xb2, 0x35	/* Utype_55 */
	.byte 0x03, 0x56, 0xb2, 0x36	/* Vtype_56 */
	.byte 0x03, 0x57, 0xb2, 0x37	/* Wtype_57 */
	.byte 0x03, 0x62, 0xa4, 0x32	/* btype_62 */
	.byte 0x03, 0x63, 0xa4, 0x33	/* ctype_63 */
	.byte 0x03, 0x64, 0xa4, 0x34	/* dtype_64 */
	.byte 0x03, 0x67, 0xa4, 0x37	/* gtype_67 */
	.byte 0x03, 0x69, 0xa4, 0x39	/* itype_69 */
	.byte 0x03, 0x70, 0xb1, 0x30	/* ptype_70 */
	.byte 0x03, 0x72, 0xb1, 0x32	/* rtype_72 */
	.byte 0x03, 0x73, 0xb1, 0x33	/* stype_73 */
	.byte 0x03, 0x74, 0xb1, 0x34	/* ttype_74 */
	.byte 0x03, 0x76, 0xb1, 0x36	/* vtype_76 */
	.byte 0x03, 0x77, 0xb1, 0x37	/* wtype_77 */
	.byte 0x04, 0x2d, 0xf5, 0x32, 0x64	/* -type_2d */
	.byte 0x04, 0x3f, 0xf5, 0x33, 0x66	/* ?type_3f */
	.byte 0x03, 0xad, 0x65, 0x1f	/* T_etext */

.globl kallsyms_markers
	.balign 4
kallsyms_markers:
	.long	0

.globl kallsyms_token_table
	.balign 4
kallsyms_token_table:
	.asciz	"_1"
	.asciz	"a.1"
	.asciz	"L0"
	.asciz	"BB0"
	.asciz	"B0"
	.asciz	"mod_device_table"
	.asciz	"od_device_table"
	.asciz	"d_device_table"
	.asciz	"device_table"
	.asciz	"evice_table"
	.asciz	"vice_table"
	.asciz	"ice_table"
	.asciz	"e_table"
	.asciz	"token_table"
	.asciz	"x."
	.asciz	"a."
	.asciz	"t__kstrtab"
	.asciz	"T__kstrtab"
	.asciz	"00000001.long"
	.asciz	"0001.long"
	.asciz	"01.long"
	.asciz	"1.long"
	.asciz	".long"
	.asciz	"foo.plt_branch.bar"
	.asciz	"plt_branch.bar"
	.asciz	"foo.long_branch.bar"
	.asciz	"long_branch.bar"
	.asciz	"microLA25Thunk_foo"
	.asciz	"icroLA25Thunk_foo"
	.asciz	"roLA25Thunk_foo"
	.asciz	"pi_$"
	.asciz	"text"
	.asciz	"t__kvm_nvhe_"
	.asciz	"T__kvm_nvhe_"
	.asciz	"ext"
	.asciz	"t_"
	.asciz	"$"
	.asciz	"0000"
	.asciz	"LA25Thunk_foo"
	.asciz	"t.L"
	.asciz	"T.L"
	.asciz	"_branch.bar"
	.asciz	"long"
	.asciz	"pi_"
	.asciz	"__kstrtab"
	.asciz	"-"
	.asciz	"."
	.asciz	"table"
	.asciz	"0"
	.asciz	"1"
	.asciz	"2"
	.asciz	"3"
	.asciz	"4"
	.asciz	"5"
	.asciz	"6"
	.asciz	"7"
	.asciz	"__kernel_sigtramp"
	.asciz	"9"
	.asciz	"ramp"
	.asciz	"foo_compiled."
	.asciz	"led."
	.asciz	"foo_veneer"
	.asciz	"V7PILongThunk_foo"
	.asciz	"?"
	.asciz	"LA25"
	.asciz	"A"
	.asciz	"B"
	.asciz	"C"
	.asciz	"D"
	.asciz	"E"
	.asciz	"ARM"
	.asciz	"G"
	.asciz	"token_"
	.asciz	"I"
	.asciz	"_BASE_"
	.asciz	"umb"
	.asciz	"L"
	.asciz	"M"
	.asciz	"N"
	.asciz	"__kernel_syscall_via_epc"
	.asciz	"P"
	.asciz	"crc"
	.asciz	"R"
	.asciz	"S"
	.asciz	"T"
	.asciz	"U"
	.asciz	"V"
	.asciz	"W"
	.asciz	"func"
	.asciz	"toke"
	.asciz	"cfi_typei"
	.asciz	"i_typei"
	.asciz	"foo_compi"
	.asciz	"__kernel_syscall_via_break"
	.asciz	"_break"
	.asciz	"_"
	.asciz	"from_arm"
	.asciz	"a"
	.asciz	"b"
	.asciz	"c"
	.asciz	"d"
	.asciz	"e"
	.asciz	"f"
	.asciz	"g"
	.asciz	"h"
	.asciz	"i"
	.asciz	"__kstr"
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
	.asciz	"names"
	.asciz	"__kernel_sigt"
	.asciz	"plt"
	.asciz	"igt"
	.asciz	"__kernel_s"
	.asciz	"mes"
	.asciz	"str"
	.asciz	"gp"
	.asciz	"foo_co"
	.asciz	"to"
	.asciz	"in"
	.asciz	"arm"
	.asciz	"reak"
	.asciz	"mpi"
	.asciz	"typei"
	.asciz	"ig"
	.asciz	"of"
	.asciz	"cf"
	.asciz	"type"
	.asciz	"__kernel_syscall_via_e"
	.asciz	"ke"
	.asciz	"unc"
	.asciz	"foo_c"
	.asciz	"rc"
	.asciz	"pc"
	.asciz	"ic"
	.asciz	"_branch.b"
	.asciz	"mb"
	.asciz	"rea"
	.asciz	"na"
	.asciz	"__kernel_syscall_via_"
	.asciz	"ASE_"
	.asciz	"n_"
	.asciz	"d_"
	.asciz	"RM"
	.asciz	"ASE"
	.asciz	"SD"
	.asciz	"_B"
	.asciz	"V7"
	.asciz	"A25"
	.asciz	"foo."
	.asciz	"ex"
	.asciz	"type_6"
	.asciz	"__kvm_nvhe_"
	.asciz	"from_"
	.asciz	"PILongThunk_foo"
	.asciz	"PILong"
	.asciz	"fro"
	.asciz	"_veneer"
	.asciz	"pl"
	.asciz	"me"
	.asciz	"T_"
	.asciz	"AS"
	.asciz	"PIL"
	.asciz	"PI"
	.asciz	"type_7"
	.asciz	"type_5"
	.asciz	"type_4"
	.asciz	"123"
	.asciz	"A2"
	.asciz	"d."
	.asciz	"st"
	.asciz	"eneer"
	.asciz	"ene"
	.asciz	"_branch."
	.asciz	"__kernel_syscall_via"
	.asciz	"all_via"
	.asciz	"_via"
	.asciz	"__kernel_sysc"
	.asciz	"sysc"
	.asciz	"__kvm_nvh"
	.asciz	"_bran"
	.asciz	"__kvm_n"
	.asciz	"__kv"
	.asciz	"mp"
	.asciz	"ro"
	.asciz	"m_n"
	.asciz	"ran"
	.asciz	"vh"
	.asciz	"se"
	.asciz	"re"
	.asciz	"le"
	.asciz	"sc"
	.asciz	"tab"
	.asciz	"ta"
	.asciz	"ia"
	.asciz	"foo_"
	.asciz	"i_"
	.asciz	"ch."
	.asciz	"t$"
	.asciz	"T$"
	.asciz	"tkallsyms_"
	.asciz	"Tkallsyms_"
	.asciz	"ong"
	.asciz	"ar"
	.asciz	"ch"
	.asciz	"ng"
	.asciz	".L"
	.asciz	"12"
	.asciz	"Thunk_foo"
	.asciz	"__kernel_"
	.asciz	"ernel_"
	.asciz	"nel_"
	.asciz	"Thunk"
	.asciz	"unk"
	.asciz	"_b"
	.asciz	"ra"
	.asciz	"l_"
	.asciz	"00"
	.asciz	"_v"
	.asciz	"Th"
	.asciz	"t__"
	.asciz	"T__"
	.asciz	"un"
	.asciz	"m_"
	.asciz	"_foo"
	.asciz	"kallsyms_"
	.asciz	"kallsym"
	.asciz	"allsym"
	.asciz	"ne"
	.asciz	"er"
	.asciz	"sym"
	.asciz	"s_"
	.asciz	"type_"
	.asciz	"__k"
	.asciz	"all"
	.asciz	"al"
	.asciz	"typ"
	.asciz	"yp"
	.asciz	"sy"
	.asciz	"e_"
	.asciz	"foo"
	.asciz	"oo"
	.asciz	"__"

.globl kallsyms_token_index
	.balign 4
kallsyms_token_index:
	.short	0
	.short	3
	.short	7
	.short	10
	.short	14
	.short	17
	.short	34
	.short	50
	.short	65
	.short	78
	.short	90
	.short	101
	.short	111
	.short	119
	.short	131
	.short	134
	.short	137
	.short	148
	.short	159
	.short	173
	.short	183
	.short	191
	.short	198
	.short	204
	.short	223
	.short	238
	.short	258
	.short	274
	.short	293
	.short	311
	.short	327
	.short	332
	.short	337
	.short	350
	.short	363
	.short	367
	.short	370
	.short	372
	.short	377
	.short	391
	.short	395
	.short	399
	.short	411
	.short	416
	.short	420
	.short	430
	.short	432
	.short	434
	.short	440
	.short	442
	.short	444
	.short	446
	.short	448
	.short	450
	.short	452
	.short	454
	.short	456
	.short	474
	.short	476
	.short	481
	.short	495
	.short	500
	.short	511
	.short	529
	.short	531
	.short	536
	.short	538
	.short	540
	.short	542
	.short	544
	.short	546
	.short	550
	.short	552
	.short	559
	.short	561
	.short	568
	.short	572
	.short	574
	.short	576
	.short	578
	.short	603
	.short	605
	.short	609
	.short	611
	.short	613
	.short	615
	.short	617
	.short	619
	.short	621
	.short	626
	.short	631
	.short	641
	.short	649
	.short	659
	.short	686
	.short	693
	.short	695
	.short	704
	.short	706
	.short	708
	.short	710
	.short	712
	.short	714
	.short	716
	.short	718
	.short	720
	.short	722
	.short	729
	.short	731
	.short	733
	.short	735
	.short	737
	.short	739
	.short	741
	.short	743
	.short	745
	.short	747
	.short	749
	.short	751
	.short	753
	.short	755
	.short	757
	.short	759
	.short	765
	.short	779
	.short	783
	.short	787
	.short	798
	.short	802
	.short	806
	.short	809
	.short	816
	.short	819
	.short	822
	.short	826
	.short	831
	.short	835
	.short	841
	.short	844
	.short	847
	.short	850
	.short	855
	.short	878
	.short	881
	.short	885
	.short	891
	.short	894
	.short	897
	.short	900
	.short	910
	.short	913
	.short	917
	.short	920
	.short	942
	.short	947
	.short	950
	.short	953
	.short	956
	.short	960
	.short	963
	.short	966
	.short	969
	.short	973
	.short	978
	.short	981
	.short	988
	.short	1000
	.short	1006
	.short	1022
	.short	1029
	.short	1033
	.short	1041
	.short	1044
	.short	1047
	.short	1050
	.short	1053
	.short	1057
	.short	1060
	.short	1067
	.short	1074
	.short	1081
	.short	1085
	.short	1088
	.short	1091
	.short	1094
	.short	1100
	.short	1104
	.short	1113
	.short	1134
	.short	1142
	.short	1147
	.short	1161
	.short	1166
	.short	1176
	.short	1182
	.short	1190
	.short	1195
	.short	1198
	.short	1201
	.short	1205
	.short	1209
	.short	1212
	.short	1215
	.short	1218
	.short	1221
	.short	1224
	.short	1228
	.short	1231
	.short	1234
	.short	1239
	.short	1242
	.short	1246
	.short	1249
	.short	1252
	.short	1263
	.short	1274
	.short	1278
	.short	1281
	.short	1284
	.short	1287
	.short	1290
	.short	1293
	.short	1303
	.short	1313
	.short	1320
	.short	1325
	.short	1331
	.short	1335
	.short	1338
	.short	1341
	.short	1344
	.short	1347
	.short	1350
	.short	1353
	.short	1357
	.short	1361
	.short	1364
	.short	1367
	.short	1372
	.short	1382
	.short	1390
	.short	1397
	.short	1400
	.short	1403
	.short	1407
	.short	1410
	.short	1416
	.short	1420
	.short	1424
	.short	1427
	.short	1431
	.short	1434
	.short	1437
	.short	1440
	.short	1444
	.short	1447

.globl kallsyms_offsets
	.balign 4
kallsyms_offsets:
	.long	_text - . + (0)	/* T_text */
	.long	_text - . + (0)	/* T_stext */
	.long	_text - . + (16)	/* T$a */
	.long	_text - . + (32)	/* t$a */
	.long	_text - . + (80)	/* T$d */
	.long	_text - . + (96)	/* t$d */
	.long	_text - . + (144)	/* T$t */
	.long	_text - . + (160)	/* t$t */
	.long	_text - . + (208)	/* T$x */
	.long	_text - . + (224)	/* t$x */
	.long	_text - . + (272)	/* T$d.12 */
	.long	_text - . + (288)	/* t$d.12 */
	.long	_text - . + (336)	/* T$a.1 */
	.long	_text - . + (352)	/* t$a.1 */
	.long	_text - . + (400)	/* T$L123 */
	.long	_text - . + (416)	/* t$L123 */
	.long	_text - . + (464)	/* T$x.foo */
	.long	_text - . + (480)	/* t$x.foo */
	.long	_text - . + (528)	/* T$ */
	.long	_text - . + (544)	/* t$ */
	.long	_text - . + (592)	/* T.L */
	.long	_text - . + (608)	/* t.L */
	.long	_text - . + (656)	/* T.L123 */
	.long	_text - . + (672)	/* t.L123 */
	.long	_text - . + (720)	/* T.LASANPC12 */
	.long	_text - . + (736)	/* t.LASANPC12 */
	.long	_text - . + (784)	/* T.LBB0_1 */
	.long	_text - . + (800)	/* t.LBB0_1 */
	.long	_text - . + (848)	/* T__crc_foo */
	.long	_text - . + (864)	/* t__crc_foo */
	.long	_text - . + (912)	/* T__crc_ */
	.long	_text - . + (928)	/* t__crc_ */
	.long	_text - . + (976)	/* T__kstrtab_foo */
	.long	_text - . + (992)	/* t__kstrtab_foo */
	.long	_text - . + (1040)	/* T__kstrtabns_foo */
	.long	_text - . + (1056)	/* t__kstrtabns_foo */
	.long	_text - . + (1104)	/* T__efistub_memcpy */
	.long	_text - . + (1120)	/* t__efistub_memcpy */
	.long	_text - . + (1168)	/* T__kvm_nvhe_$d */
	.long	_text - . + (1184)	/* t__kvm_nvhe_$d */
	.long	_text - . + (1232)	/* T__kvm_nvhe_.Lx */
	.long	_text - . + (1248)	/* t__kvm_nvhe_.Lx */
	.long	_text - . + (1296)	/* T__kvm_nvhe_func */
	.long	_text - . + (1312)	/* t__kvm_nvhe_func */
	.long	_text - . + (1360)	/* T__pi_$x */
	.long	_text - . + (1376)	/* t__pi_$x */
	.long	_text - . + (1424)	/* T__pi_func */
	.long	_text - . + (1440)	/* t__pi_func */
	.long	_text - . + (1488)	/* T__AArch64ADRPThunk_foo */
	.long	_text - . + (1504)	/* t__AArch64ADRPThunk_foo */
	.long	_text - . + (1552)	/* T__ARMV5PILongThunk_foo */
	.long	_text - . + (1568)	/* t__ARMV5PILongThunk_foo */
	.long	_text - . + (1616)	/* T__ARMV7PILongThunk_foo */
	.long	_text - . + (1632)	/* t__ARMV7PILongThunk_foo */
	.long	_text - . + (1680)	/* T__ThumbV7PILongThunk_foo */
	.long	_text - . + (1696)	/* t__ThumbV7PILongThunk_foo */
	.long	_text - . + (1744)	/* T__LA25Thunk_foo */
	.long	_text - . + (1760)	/* t__LA25Thunk_foo */
	.long	_text - . + (1808)	/* T__microLA25Thunk_foo */
	.long	_text - . + (1824)	/* t__microLA25Thunk_foo */
	.long	_text - . + (1872)	/* T__kcfi_typeid_foo */
	.long	_text - . + (1888)	/* t__kcfi_typeid_foo */
	.long	_text - . + (1936)	/* T__kvm_nvhe___kcfi_typeid_x */
	.long	_text - . + (1952)	/* t__kvm_nvhe___kcfi_typeid_x */
	.long	_text - . + (2000)	/* Tfoo_veneer */
	.long	_text - . + (2016)	/* tfoo_veneer */
	.long	_text - . + (2064)	/* T_veneer */
	.long	_text - . + (2080)	/* t_veneer */
	.long	_text - . + (2128)	/* Tveneer */
	.long	_text - . + (2144)	/* tveneer */
	.long	_text - . + (2192)	/* Tfoo_veneer2 */
	.long	_text - . + (2208)	/* tfoo_veneer2 */
	.long	_text - . + (2256)	/* T__foo_from_arm */
	.long	_text - . + (2272)	/* t__foo_from_arm */
	.long	_text - . + (2320)	/* T__foo_from_thumb */
	.long	_text - . + (2336)	/* t__foo_from_thumb */
	.long	_text - . + (2384)	/* T_from_arm */
	.long	_text - . + (2400)	/* t_from_arm */
	.long	_text - . + (2448)	/* Tfoo.long_branch.bar */
	.long	_text - . + (2464)	/* tfoo.long_branch.bar */
	.long	_text - . + (2512)	/* Tfoo.plt_branch.bar */
	.long	_text - . + (2528)	/* tfoo.plt_branch.bar */
	.long	_text - . + (2576)	/* T00000001.long_branch.x */
	.long	_text - . + (2592)	/* t00000001.long_branch.x */
	.long	_text - . + (2640)	/* T.plt_branch. */
	.long	_text - . + (2656)	/* t.plt_branch. */
	.long	_text - . + (2704)	/* Tkallsyms_addresses */
	.long	_text - . + (2720)	/* tkallsyms_addresses */
	.long	_text - . + (2768)	/* Tkallsyms_offsets */
	.long	_text - . + (2784)	/* tkallsyms_offsets */
	.long	_text - . + (2832)	/* Tkallsyms_relative_base */
	.long	_text - . + (2848)	/* tkallsyms_relative_base */
	.long	_text - . + (2896)	/* Tkallsyms_num_syms */
	.long	_text - . + (2912)	/* tkallsyms_num_syms */
	.long	_text - . + (2960)	/* Tkallsyms_names */
	.long	_text - . + (2976)	/* tkallsyms_names */
	.long	_text - . + (3024)	/* Tkallsyms_markers */
	.long	_text - . + (3040)	/* tkallsyms_markers */
	.long	_text - . + (3088)	/* Tkallsyms_token_table */
	.long	_text - . + (3104)	/* tkallsyms_token_table */
	.long	_text - . + (3152)	/* Tkallsyms_token_index */
	.long	_text - . + (3168)	/* tkallsyms_token_index */
	.long	_text - . + (3216)	/* Tkallsyms_seqs_of_names */
	.long	_text - . + (3232)	/* tkallsyms_seqs_of_names */
	.long	_text - . + (3280)	/* Tkallsyms_lookup */
	.long	_text - . + (3296)	/* tkallsyms_lookup */
	.long	_text - . + (3344)	/* T_SDA_BASE_ */
	.long	_text - . + (3360)	/* t_SDA_BASE_ */
	.long	_text - . + (3408)	/* T_SDA2_BASE_ */
	.long	_text - . + (3424)	/* t_SDA2_BASE_ */
	.long	_text - . + (3472)	/* T__gp */
	.long	_text - . + (3488)	/* t__gp */
	.long	_text - . + (3504)	/* A__gp */
	.long	_text - . + (3520)	/* a__gp */
	.long	_text - . + (3536)	/* T__kernel_syscall_via_break */
	.long	_text - . + (3552)	/* t__kernel_syscall_via_break */
	.long	_text - . + (3568)	/* A__kernel_syscall_via_break */
	.long	_text - . + (3584)	/* a__kernel_syscall_via_break */
	.long	_text - . + (3600)	/* T__kernel_syscall_via_epc */
	.long	_text - . + (3616)	/* t__kernel_syscall_via_epc */
	.long	_text - . + (3632)	/* A__kernel_syscall_via_epc */
	.long	_text - . + (3648)	/* a__kernel_syscall_via_epc */
	.long	_text - . + (3664)	/* T__kernel_sigtramp */
	.long	_text - . + (3680)	/* t__kernel_sigtramp */
	.long	_text - . + (3696)	/* A__kernel_sigtramp */
	.long	_text - . + (3712)	/* a__kernel_sigtramp */
	.long	_text - . + (3728)	/* Tfoo_compiled. */
	.long	_text - . + (3744)	/* tfoo_compiled. */
	.long	_text - . + (3792)	/* Tfoo_compiled.123 */
	.long	_text - . + (3808)	/* tfoo_compiled.123 */
	.long	_text - . + (3856)	/* TL0 */
	.long	_text - . + (3872)	/* tL0 */
	.long	_text - . + (3920)	/* T__mod_device_table__x */
	.long	_text - . + (3936)	/* t__mod_device_table__x */
	.long	_text - . + (3984)	/* Tplain */
	.long	_text - . + (4000)	/* tplain */
	.long	_text - . + (4064)	/* Btype_42 */
	.long	_text - . + (4080)	/* Ctype_43 */
	.long	_text - . + (4096)	/* Dtype_44 */
	.long	_text - . + (4112)	/* Gtype_47 */
	.long	_text - . + (4128)	/* Itype_49 */
	.long	_text - . + (4144)	/* Ntype_4e */
	.long	_text - . + (4160)	/* Rtype_52 */
	.long	_text - . + (4176)	/* Stype_53 */
	.long	_text - . + (4192)	/* Ttype_54 */
	.long	_text - . + (4208)	/* Utype_55 */
	.long	_text - . + (4224)	/* Vtype_56 */
	.long	_text - . + (4240)	/* Wtype_57 */
	.long	_text - . + (4272)	/* btype_62 */
	.long	_text - . + (4288)	/* ctype_63 */
	.long	_text - . + (4304)	/* dtype_64 */
	.long	_text - . + (4320)	/* gtype_67 */
	.long	_text - . + (4336)	/* itype_69 */
	.long	_text - . + (4368)	/* ptype_70 */
	.long	_text - . + (4384)	/* rtype_72 */
	.long	_text - . + (4400)	/* stype_73 */
	.long	_text - . + (4416)	/* ttype_74 */
	.long	_text - . + (4448)	/* vtype_76 */
	.long	_text - . + (4464)	/* wtype_77 */
	.long	_text - . + (4480)	/* -type_2d */
	.long	_text - . + (4496)	/* ?type_3f */
	.long	_text - . + (4512)	/* T_etext */

.globl kallsyms_seqs_of_names
	.balign 4
kallsyms_seqs_of_names:
	.byte 0x00, 0x00, 0x12	/* T$ */
	.byte 0x00, 0x00, 0x13	/* t$ */
	.byte 0x00, 0x00, 0x0e	/* T$L123 */
	.byte 0x00, 0x00, 0x0f	/* t$L123 */
	.byte 0x00, 0x00, 0x02	/* T$a */
	.byte 0x00, 0x00, 0x03	/* t$a */
	.byte 0x00, 0x00, 0x0c	/* T$a.1 */
	.byte 0x00, 0x00, 0x0d	/* t$a.1 */
	.byte 0x00, 0x00, 0x04	/* T$d */
	.byte 0x00, 0x00, 0x05	/* t$d */
	.byte 0x00, 0x00, 0x0a	/* T$d.12 */
	.byte 0x00, 0x00, 0x0b	/* t$d.12 */
	.byte 0x00, 0x00, 0x06	/* T$t */
	.byte 0x00, 0x00, 0x07	/* t$t */
	.byte 0x00, 0x00, 0x08	/* T$x */
	.byte 0x00, 0x00, 0x09	/* t$x */
	.byte 0x00, 0x00, 0x10	/* T$x.foo */
	.byte 0x00, 0x00, 0x11	/* t$x.foo */
	.byte 0x00, 0x00, 0x14	/* T.L */
	.byte 0x00, 0x00, 0x15	/* t.L */
	.byte 0x00, 0x00, 0x16	/* T.L123 */
	.byte 0x00, 0x00, 0x17	/* t.L123 */
	.byte 0x00, 0x00, 0x18	/* T.LASANPC12 */
	.byte 0x00, 0x00, 0x19	/* t.LASANPC12 */
	.byte 0x00, 0x00, 0x1a	/* T.LBB0_1 */
	.byte 0x00, 0x00, 0x1b	/* t.LBB0_1 */
	.byte 0x00, 0x00, 0x54	/* T.plt_branch. */
	.byte 0x00, 0x00, 0x55	/* t.plt_branch. */
	.byte 0x00, 0x00, 0x52	/* T00000001.long_branch.x */
	.byte 0x00, 0x00, 0x53	/* t00000001.long_branch.x */
	.byte 0x00, 0x00, 0x82	/* TL0 */
	.byte 0x00, 0x00, 0x83	/* tL0 */
	.byte 0x00, 0x00, 0x6c	/* T_SDA2_BASE_ */
	.byte 0x00, 0x00, 0x6d	/* t_SDA2_BASE_ */
	.byte 0x00, 0x00, 0x6a	/* T_SDA_BASE_ */
	.byte 0x00, 0x00, 0x6b	/* t_SDA_BASE_ */
	.byte 0x00, 0x00, 0x30	/* T__AArch64ADRPThunk_foo */
	.byte 0x00, 0x00, 0x31	/* t__AArch64ADRPThunk_foo */
	.byte 0x00, 0x00, 0x32	/* T__ARMV5PILongThunk_foo */
	.byte 0x00, 0x00, 0x33	/* t__ARMV5PILongThunk_foo */
	.byte 0x00, 0x00, 0x34	/* T__ARMV7PILongThunk_foo */
	.byte 0x00, 0x00, 0x35	/* t__ARMV7PILongThunk_foo */
	.byte 0x00, 0x00, 0x38	/* T__LA25Thunk_foo */
	.byte 0x00, 0x00, 0x39	/* t__LA25Thunk_foo */
	.byte 0x00, 0x00, 0x36	/* T__ThumbV7PILongThunk_foo */
	.byte 0x00, 0x00, 0x37	/* t__ThumbV7PILongThunk_foo */
	.byte 0x00, 0x00, 0x1e	/* T__crc_ */
	.byte 0x00, 0x00, 0x1f	/* t__crc_ */
	.byte 0x00, 0x00, 0x1c	/* T__crc_foo */
	.byte 0x00, 0x00, 0x1d	/* t__crc_foo */
	.byte 0x00, 0x00, 0x24	/* T__efistub_memcpy */
	.byte 0x00, 0x00, 0x25	/* t__efistub_memcpy */
	.byte 0x00, 0x00, 0x48	/* T__foo_from_arm */
	.byte 0x00, 0x00, 0x49	/* t__foo_from_arm */
	.byte 0x00, 0x00, 0x4a	/* T__foo_from_thumb */
	.byte 0x00, 0x00, 0x4b	/* t__foo_from_thumb */
	.byte 0x00, 0x00, 0x6e	/* T__gp */
	.byte 0x00, 0x00, 0x6f	/* t__gp */
	.byte 0x00, 0x00, 0x70	/* A__gp */
	.byte 0x00, 0x00, 0x71	/* a__gp */
	.byte 0x00, 0x00, 0x3c	/* T__kcfi_typeid_foo */
	.byte 0x00, 0x00, 0x3d	/* t__kcfi_typeid_foo */
	.byte 0x00, 0x00, 0x7a	/* T__kernel_sigtramp */
	.byte 0x00, 0x00, 0x7b	/* t__kernel_sigtramp */
	.byte 0x00, 0x00, 0x7c	/* A__kernel_sigtramp */
	.byte 0x00, 0x00, 0x7d	/* a__kernel_sigtramp */
	.byte 0x00, 0x00, 0x72	/* T__kernel_syscall_via_break */
	.byte 0x00, 0x00, 0x73	/* t__kernel_syscall_via_break */
	.byte 0x00, 0x00, 0x74	/* A__kernel_syscall_via_break */
	.byte 0x00, 0x00, 0x75	/* a__kernel_syscall_via_break */
	.byte 0x00, 0x00, 0x76	/* T__kernel_syscall_via_epc */
	.byte 0x00, 0x00, 0x77	/* t__kernel_syscall_via_epc */
	.byte 0x00, 0x00, 0x78	/* A__kernel_syscall_via_epc */
	.byte 0x00, 0x00, 0x79	/* a__kernel_syscall_via_epc */
	.byte 0x00, 0x00, 0x20	/* T__kstrtab_foo */
	.byte 0x00, 0x00, 0x21	/* t__kstrtab_foo */
	.byte 0x00, 0x00, 0x22	/* T__kstrtabns_foo */
	.byte 0x00, 0x00, 0x23	/* t__kstrtabns_foo */
	.byte 0x00, 0x00, 0x26	/* T__kvm_nvhe_$d */
	.byte 0x00, 0x00, 0x27	/* t__kvm_nvhe_$d */
	.byte 0x00, 0x00, 0x28	/* T__kvm_nvhe_.Lx */
	.byte 0x00, 0x00, 0x29	/* t__kvm_nvhe_.Lx */
	.byte 0x00, 0x00, 0x3e	/* T__kvm_nvhe___kcfi_typeid_x */
	.byte 0x00, 0x00, 0x3f	/* t__kvm_nvhe___kcfi_typeid_x */
	.byte 0x00, 0x00, 0x2a	/* T__kvm_nvhe_func */
	.byte 0x00, 0x00, 0x2b	/* t__kvm_nvhe_func */
	.byte 0x00, 0x00, 0x3a	/* T__microLA25Thunk_foo */
	.byte 0x00, 0x00, 0x3b	/* t__microLA25Thunk_foo */
	.byte 0x00, 0x00, 0x84	/* T__mod_device_table__x */
	.byte 0x00, 0x00, 0x85	/* t__mod_device_table__x */
	.byte 0x00, 0x00, 0x2c	/* T__pi_$x */
	.byte 0x00, 0x00, 0x2d	/* t__pi_$x */
	.byte 0x00, 0x00, 0x2e	/* T__pi_func */
	.byte 0x00, 0x00, 0x2f	/* t__pi_func */
	.byte 0x00, 0x00, 0xa1	/* T_etext */
	.byte 0x00, 0x00, 0x4c	/* T_from_arm */
	.byte 0x00, 0x00, 0x4d	/* t_from_arm */
	.byte 0x00, 0x00, 0x01	/* T_stext */
	.byte 0x00, 0x00, 0x00	/* T_text */
	.byte 0x00, 0x00, 0x42	/* T_veneer */
	.byte 0x00, 0x00, 0x43	/* t_veneer */
	.byte 0x00, 0x00, 0x4e	/* Tfoo.long_branch.bar */
	.byte 0x00, 0x00, 0x4f	/* tfoo.long_branch.bar */
	.byte 0x00, 0x00, 0x50	/* Tfoo.plt_branch.bar */
	.byte 0x00, 0x00, 0x51	/* tfoo.plt_branch.bar */
	.byte 0x00, 0x00, 0x7e	/* Tfoo_compiled. */
	.byte 0x00, 0x00, 0x7f	/* tfoo_compiled. */
	.byte 0x00, 0x00, 0x80	/* Tfoo_compiled.123 */
	.byte 0x00, 0x00, 0x81	/* tfoo_compiled.123 */
	.byte 0x00, 0x00, 0x40	/* Tfoo_veneer */
	.byte 0x00, 0x00, 0x41	/* tfoo_veneer */
	.byte 0x00, 0x00, 0x46	/* Tfoo_veneer2 */
	.byte 0x00, 0x00, 0x47	/* tfoo_veneer2 */
	.byte 0x00, 0x00, 0x56	/* Tkallsyms_addresses */
	.byte 0x00, 0x00, 0x57	/* tkallsyms_addresses */
	.byte 0x00, 0x00, 0x68	/* Tkallsyms_lookup */
	.byte 0x00, 0x00, 0x69	/* tkallsyms_lookup */
	.byte 0x00, 0x00, 0x60	/* Tkallsyms_markers */
	.byte 0x00, 0x00, 0x61	/* tkallsyms_markers */
	.byte 0x00, 0x00, 0x5e	/* Tkallsyms_names */
	.byte 0x00, 0x00, 0x5f	/* tkallsyms_names */
	.byte 0x00, 0x00, 0x5c	/* Tkallsyms_num_syms */
	.byte 0x00, 0x00, 0x5d	/* tkallsyms_num_syms */
	.byte 0x00, 0x00, 0x58	/* Tkallsyms_offsets */
	.byte 0x00, 0x00, 0x59	/* tkallsyms_offsets */
	.byte 0x00, 0x00, 0x5a	/* Tkallsyms_relative_base */
	.byte 0x00, 0x00, 0x5b	/* tkallsyms_relative_base */
	.byte 0x00, 0x00, 0x66	/* Tkallsyms_seqs_of_names */
	.byte 0x00, 0x00, 0x67	/* tkallsyms_seqs_of_names */
	.byte 0x00, 0x00, 0x64	/* Tkallsyms_token_index */
	.byte 0x00, 0x00, 0x65	/* tkallsyms_token_index */
	.byte 0x00, 0x00, 0x62	/* Tkallsyms_token_table */
	.byte 0x00, 0x00, 0x63	/* tkallsyms_token_table */
	.byte 0x00, 0x00, 0x86	/* Tplain */
	.byte 0x00, 0x00, 0x87	/* tplain */
	.byte 0x00, 0x00, 0x9f	/* -type_2d */
	.byte 0x00, 0x00, 0xa0	/* ?type_3f */
	.byte 0x00, 0x00, 0x88	/* Btype_42 */
	.byte 0x00, 0x00, 0x89	/* Ctype_43 */
	.byte 0x00, 0x00, 0x8a	/* Dtype_44 */
	.byte 0x00, 0x00, 0x8b	/* Gtype_47 */
	.byte 0x00, 0x00, 0x8c	/* Itype_49 */
	.byte 0x00, 0x00, 0x8d	/* Ntype_4e */
	.byte 0x00, 0x00, 0x8e	/* Rtype_52 */
	.byte 0x00, 0x00, 0x8f	/* Stype_53 */
	.byte 0x00, 0x00, 0x90	/* Ttype_54 */
	.byte 0x00, 0x00, 0x91	/* Utype_55 */
	.byte 0x00, 0x00, 0x92	/* Vtype_56 */
	.byte 0x00, 0x00, 0x93	/* Wtype_57 */
	.byte 0x00, 0x00, 0x94	/* btype_62 */
	.byte 0x00, 0x00, 0x95	/* ctype_63 */
	.byte 0x00, 0x00, 0x96	/* dtype_64 */
	.byte 0x00, 0x00, 0x97	/* gtype_67 */
	.byte 0x00, 0x00, 0x98	/* itype_69 */
	.byte 0x00, 0x00, 0x99	/* ptype_70 */
	.byte 0x00, 0x00, 0x9a	/* rtype_72 */
	.byte 0x00, 0x00, 0x9b	/* stype_73 */
	.byte 0x00, 0x00, 0x9c	/* ttype_74 */
	.byte 0x00, 0x00, 0x9d	/* vtype_76 */
	.byte 0x00, 0x00, 0x9e	/* wtype_77 */
	.byte 0x00, 0x00, 0x44	/* Tveneer */
	.byte 0x00, 0x00, 0x45	/* tveneer */

